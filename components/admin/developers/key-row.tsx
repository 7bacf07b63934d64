'use client';
import { cx } from 'class-variance-authority';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useRevokeKey } from '@/components/data/use-keys';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { RelativeTime } from '@/components/ui/relative-time';
import { toast } from '@/components/ui/toast';
import type { KeyDto } from '@/lib/schemas/key';

/** A key: what for, whose rights, when it was used; revoked ones stay for the record. */
export function KeyRow({ data }: { data: KeyDto }) {
  const t = useTranslations('developers');
  const c = useTranslations('common');
  const { problem } = useProblemText();
  const [asking, setAsking] = useState(false);
  const revoke = useRevokeKey();
  const isOver = data.revoked_at !== null;
  const now = () =>
    revoke.mutate(data.id, {
      onSuccess: () => setAsking(false),
      onError: (error) => toast.error(t('revokeFailed'), { description: problem(error) }),
    });
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b py-3">
      <div className="min-w-0 flex-1 basis-60">
        <p className={cx('truncate text-ui font-[600]', isOver ? 'text-ink-2 line-through' : 'text-ink')}>
          <bdi>{data.name}</bdi>
        </p>
        <p className="text-small text-ink-2">
          {t(`scope.${data.scope}`)},{' '}
          {t.rich('as', { name: data.person.name, b: (text) => <bdi className="font-[550]">{text}</bdi> })}
        </p>
        {!isOver && !data.person.is_active ? (
          <p className="text-small text-danger">{t('inactive', { name: data.person.name })}</p>
        ) : null}
      </div>
      <p className="text-small text-ink-3 sm:w-60">
        <span className="block">
          {t('made')} <RelativeTime value={data.created_at} form="full" />
        </span>
        <span className="block">
          {t(data.last_used_at ? 'used' : 'unused')}{' '}
          {data.last_used_at ? <RelativeTime value={data.last_used_at} form="full" /> : null}
        </span>
      </p>
      <div className="w-28 text-end">
        {isOver ? (
          <span className="text-small text-ink-3">{t('revoked')}</span>
        ) : (
          <Button size="small" onClick={() => setAsking(true)}>
            {t('revoke')}
          </Button>
        )}
      </div>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t('revokeTitle', { name: data.name })}
        description={t('revokeDetail')}
      >
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => setAsking(false)}>{c('cancel')}</Button>
          <Button variant="danger" pending={revoke.isPending} onClick={now}>
            {t('revokeNow')}
          </Button>
        </div>
      </Dialog>
    </li>
  );
}
