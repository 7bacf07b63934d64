'use client';
import { Hand } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useClaim } from '@/components/data/use-claim';
import { useProblemText } from '@/components/data/use-problem-text';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { toast } from '@/components/ui/toast';
import { useCommandPart } from './commands/command-context';
import { useDesk } from './desk-context';

const BATCHES = [1, 5, 15];

/** For agents: takes the next waiting tickets in the queue's order, and opens the first of them. */
export function ClaimMenu() {
  const t = useTranslations('desk.claim');
  const { me, go } = useDesk();
  const { problem } = useProblemText();
  const claim = useClaim();
  const take = (limit: number) =>
    claim.mutate(limit, {
      onSuccess: ({ results, warnings }) => {
        const first = results[0];
        if (!first) return void toast(t('none'));
        const description = warnings.includes('over_capacity') ? t('over') : undefined;
        toast.success(t('done', { count: results.length }), { description });
        go(first.number, { view: 'mine' });
      },
      onError: (error) => void toast.error(t('failed'), { description: problem(error) }),
    });
  const isAgent = me.role === 'agent';
  useCommandPart('claim', isAgent ? { next: () => take(1) } : null);
  if (!isAgent) return null;
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          label={t('label')}
          icon={<Hand aria-hidden className="size-4.5" strokeWidth={1.75} />}
          disabled={claim.isPending}
        />
      }
    >
      {BATCHES.map((count) => (
        <MenuItem key={count} onClick={() => take(count)}>
          {t('take', { count })}
        </MenuItem>
      ))}
    </Menu>
  );
}
