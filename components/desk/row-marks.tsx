'use client';
import { cx } from 'class-variance-authority';
import { Eye, PenLine } from 'lucide-react';
import { Avatar } from '@/components/ui/avatar';
import type { Mark } from '@/lib/realtime/protocol';

const SHOWN = 2;
const isWriting = ({ state }: Mark) => state === 'replying' || state === 'noting';

/** Who else is at a ticket, in its row: a pen writes, an eye looks, dimmed has it open elsewhere. The row's name says it. */
export function RowMarks({ marks }: { marks: readonly Mark[] }) {
  if (marks.length === 0) return null;
  const writing = marks.filter(isWriting);
  const shown = writing.length > 0 ? writing : marks;
  const Icon = writing.length > 0 ? PenLine : Eye;
  const isDimmed = shown.every((mark) => mark.state === 'open');
  return (
    <span
      aria-hidden="true"
      className={cx(
        'inline-flex shrink-0 items-center gap-1',
        writing.length > 0 ? 'text-warn' : 'text-ink-3',
        isDimmed && 'opacity-60',
      )}
    >
      <Icon className="size-3.5" />
      <span className="flex -space-x-1">
        {shown.slice(0, SHOWN).map((mark) => (
          <Avatar
            key={mark.person.id}
            name={mark.person.name}
            size={20}
            className={isWriting(mark) ? 'border-warn! text-warn!' : undefined}
          />
        ))}
      </span>
      {shown.length > SHOWN ? <span className="tabular">+{shown.length - SHOWN}</span> : null}
    </span>
  );
}
