'use client';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { QueryError } from '@/components/data/query-error';
import { usePhoneLines } from '@/components/data/use-voice-channel';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import type { PhoneLineDto } from '@/lib/schemas/phone-line';
import { PageHead } from '../page-head';
import { LineCalls } from './line-calls';
import { LineForm } from './line-form';

/** The numbers at which customers call the house, and the last calls. */
export function VoiceChannel() {
  const t = useTranslations('channels.voice');
  const lines = usePhoneLines();
  const [dialog, setDialog] = useState<{ open: boolean; line: PhoneLineDto | null }>({
    open: false,
    line: null,
  });
  const add = (
    <Button
      variant="primary"
      icon={<Plus aria-hidden className="size-4" />}
      onClick={() => setDialog({ open: true, line: null })}
    >
      {t('add')}
    </Button>
  );
  return (
    <div className="max-w-220">
      <PageHead title={t('title')} detail={t('detail')} action={add} />
      <section aria-label={t('lines')} className="mt-6">
        {lines.data?.length === 0 ? (
          <EmptyState title={t('none')}>{t('noneDetail')}</EmptyState>
        ) : lines.data ? (
          <ul className="border-t">
            {lines.data.map((line) => (
              <LineRow key={line.id} line={line} onEdit={() => setDialog({ open: true, line })} />
            ))}
          </ul>
        ) : lines.error ? (
          <QueryError title={t('failed')} query={lines} />
        ) : (
          <Skeleton className="h-24" />
        )}
      </section>
      {lines.data && lines.data.length > 0 ? <LineCalls /> : null}
      <Dialog
        open={dialog.open}
        onOpenChange={(open) => setDialog((now) => ({ ...now, open }))}
        title={dialog.line ? dialog.line.number : t('new')}
      >
        <LineForm
          key={dialog.line?.id ?? 'new'}
          line={dialog.line}
          onDone={() => setDialog((now) => ({ ...now, open: false }))}
        />
      </Dialog>
    </div>
  );
}

function LineRow({ line, onEdit }: { line: PhoneLineDto; onEdit: () => void }) {
  const t = useTranslations('channels.voice');
  return (
    <li className="relative flex flex-wrap items-center gap-x-4 gap-y-1 border-b px-1 py-3 hover:bg-hover">
      <div className="min-w-0 flex-1 basis-60">
        <button
          type="button"
          onClick={onEdit}
          className="block max-w-full truncate text-start text-ui font-[600] text-ink before:absolute before:inset-0 before:content-[''] hover:underline"
        >
          <bdi>{line.name}</bdi>
        </button>
        <p className="tabular text-small text-ink-2">
          <bdi dir="ltr">{line.number}</bdi>
        </p>
      </div>
      <span className="text-small text-ink-2 uppercase">{line.languages.join(' ')}</span>
      {line.is_active ? null : <Chip>{t('off')}</Chip>}
    </li>
  );
}
