'use client';
import { Pencil, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { MoreButton } from '@/components/data/more-button';
import { useDeleteOrganisation, useMembers, useOrganisation } from '@/components/data/use-organisations';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FormAlert } from '@/components/ui/form-alert';
import { Skeleton } from '@/components/ui/skeleton';
import { VipMark } from '@/components/ui/vip-mark';
import { may } from '@/lib/rules/permissions';
import type { OrganisationDto } from '@/lib/schemas/organisation';
import { CustomerRows } from './customer-rows';
import { useStaff } from './desk-context';
import { KnownPage } from './known-page';
import { OrganisationForm } from './organisation-form';

/** An organisation: its domains, who is in it, and the way to its tickets. */
export function OrganisationPage({ id }: { id: string }) {
  const t = useTranslations('customers.organisation');
  const query = useOrganisation(id);
  return (
    <KnownPage
      query={query}
      href="/customers/organisations"
      words={{ back: t('back'), missing: t('missing'), failed: t('failed') }}
    >
      {(organisation) => <Known organisation={organisation} />}
    </KnownPage>
  );
}

function Known({ organisation }: { organisation: OrganisationDto }) {
  const t = useTranslations('customers.organisation');
  const { me } = useStaff();
  const [dialog, setDialog] = useState<'edit' | 'remove' | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      <header className="flex flex-wrap items-center gap-3 border-b pb-6">
        <div className="min-w-0 flex-1 basis-64">
          <h1 className="flex items-center gap-2 text-display">
            <bdi className="truncate">{organisation.name}</bdi>
            {organisation.is_vip ? <VipMark className="size-5" /> : null}
          </h1>
          <p className="truncate text-ui text-ink-2">
            {organisation.domains.length > 0 ? organisation.domains.join(', ') : t('noDomains')}
          </p>
        </div>
        <Button icon={<Pencil aria-hidden className="size-3.5" />} onClick={() => setDialog('edit')}>
          {t('edit')}
        </Button>
        {may(me, 'organisation.delete') ? (
          <Button icon={<Trash2 aria-hidden className="size-3.5" />} onClick={() => setDialog('remove')}>
            {t('remove')}
          </Button>
        ) : null}
      </header>
      <section className="pt-6">
        <div className="flex flex-wrap items-baseline justify-between gap-3 pb-2">
          <h2 className="text-heading">{t('memberCount', { count: organisation.members })}</h2>
          <Link
            href={`/desk/all?organisation=${organisation.id}`}
            className="rounded-control text-small text-accent hover:underline"
          >
            {t('tickets')}
          </Link>
        </div>
        <Members id={organisation.id} />
      </section>
      <Dialog open={dialog === 'edit'} onOpenChange={close} title={t('editTitle')}>
        <OrganisationForm organisation={organisation} onSaved={close} onCancel={close} />
      </Dialog>
      <Dialog
        open={dialog === 'remove'}
        onOpenChange={close}
        title={t('removeTitle', { name: organisation.name })}
        description={t('removeDetail')}
      >
        <Removal id={organisation.id} onStay={close} />
      </Dialog>
    </>
  );
}

function Members({ id }: { id: string }) {
  const t = useTranslations('customers.organisation');
  const { problem } = useProblemText();
  const list = useMembers(id);
  if (list.error) return <FormAlert>{problem(list.error)}</FormAlert>;
  if (!list.data) return <Skeleton className="w-1/2" />;
  if (list.data.length === 0) return <p className="text-small text-ink-3">{t('noMembers')}</p>;
  return (
    <>
      <CustomerRows rows={list.data} areMembers />
      <MoreButton list={list} />
    </>
  );
}

function Removal({ id, onStay }: { id: string; onStay: () => void }) {
  const t = useTranslations('customers.organisation');
  const c = useTranslations('common');
  const router = useRouter();
  const { problem } = useProblemText();
  const remove = useDeleteOrganisation(id);
  return (
    <div className="flex flex-col gap-4">
      {remove.error ? <FormAlert>{problem(remove.error)}</FormAlert> : null}
      <div className="flex justify-end gap-2">
        <Button onClick={onStay}>{c('cancel')}</Button>
        <Button
          variant="danger"
          pending={remove.isPending}
          onClick={() =>
            remove.mutate(undefined, { onSuccess: () => router.push('/customers/organisations') })
          }
        >
          {t('removeNow')}
        </Button>
      </div>
    </div>
  );
}
