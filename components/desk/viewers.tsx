'use client';
import { cx } from 'class-variance-authority';
import { Eye, PenLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { Tooltip } from '@/components/ui/tooltip';
import type { Mark } from '@/lib/realtime/protocol';
import { useMarksText } from './use-marks-text';

const SHOWN = 4;

/** The others at the open ticket: a ring and a pen for who writes, an eye for who looks, dimmed for who has it open elsewhere. */
export function Viewers({ marks }: { marks: readonly Mark[] }) {
  const t = useTranslations('desk.ticket');
  const text = useMarksText();
  if (marks.length === 0) return null;
  return (
    <Tooltip label={text(marks)}>
      <ul aria-label={t('here')} className="flex shrink-0 items-center gap-1.5 px-1.5">
        {marks.slice(0, SHOWN).map((mark) => (
          <li key={mark.person.id} aria-label={text([mark])} className="relative">
            <Avatar
              name={mark.person.name}
              className={cx(
                mark.state === 'open' && 'opacity-50',
                (mark.state === 'replying' || mark.state === 'noting') && 'ring-2 ring-warn',
              )}
            />
            <Badge state={mark.state} />
          </li>
        ))}
        {marks.length > SHOWN ? (
          <li className="tabular text-micro text-ink-3">+{marks.length - SHOWN}</li>
        ) : null}
      </ul>
    </Tooltip>
  );
}

function Badge({ state }: { state: Mark['state'] }) {
  if (state === 'open') return null;
  const writes = state !== 'viewing';
  const Icon = writes ? PenLine : Eye;
  return (
    <span
      aria-hidden="true"
      className={cx(
        'absolute -end-1 -bottom-1 rounded-full bg-surface p-px ring-1 ring-line',
        writes ? 'text-warn' : 'text-ink-3',
      )}
    >
      <Icon className="size-2.5" />
    </span>
  );
}
