'use client';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { Switch } from '@/components/ui/switch';
import { useSingleKeys } from './use-shortcuts';

const KEYS = [
  ['next', ['J']],
  ['previous', ['K']],
  ['open', ['Enter']],
  ['select', ['X']],
  ['range', ['Shift', '↓']],
  ['back', ['Esc']],
  ['reply', ['R']],
  ['note', ['N']],
  ['take', ['Shift', 'A']],
  ['snooze', ['H']],
  ['create', ['C']],
  ['search', ['/']],
  ['send', ['Ctrl', 'Enter']],
  ['draft', ['Ctrl', 'Shift', 'A']],
] as const;

export function ShortcutSheet({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations('desk.shortcuts');
  const { enabled, setEnabled } = useSingleKeys();
  const id = useId();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('title')}>
      <dl className="grid grid-cols-1 gap-x-10 sm:grid-cols-2">
        {KEYS.map(([name, keys]) => (
          <div key={name} className="flex h-9 items-center justify-between gap-4 border-b border-line">
            <dt className="text-ui text-ink-2">{t(name)}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <div className="mt-5 flex items-center justify-between gap-4">
        <div>
          <p id={id} className="text-ui font-[550]">
            {t('single')}
          </p>
          <p id={`${id}-hint`} className="text-small text-ink-3">
            {t('singleHint')}
          </p>
        </div>
        <Switch
          checked={enabled}
          onCheckedChange={setEnabled}
          aria-labelledby={id}
          aria-describedby={`${id}-hint`}
        />
      </div>
    </Dialog>
  );
}
