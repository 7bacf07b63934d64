'use client';
import { useTranslations } from 'next-intl';
import { Kbd } from '@/components/ui/kbd';
import { commandContext } from './command-context';
import { Keys } from './command-keys';
import { COMMANDS } from './registry';

/** What the second key can be, for the second in which it is waited for. */
export function SequenceHint({ first }: { first: string }) {
  const t = useTranslations('commands.title');
  const context = commandContext();
  const next = COMMANDS.flatMap(({ id, keys, when }) => {
    const found = keys.find((one) => one.startsWith(`${first} `));
    return found && when(context) ? [{ id, key: found.slice(first.length + 1) }] : [];
  });
  return (
    <div
      aria-hidden
      className="pointer-events-none fixed inset-x-0 bottom-6 z-50 mx-auto flex w-fit max-w-[92vw] flex-wrap items-center gap-x-4 gap-y-1.5 rounded-float border border-line bg-raised px-3 py-2 text-small text-ink-2 shadow-float"
    >
      <Kbd>{first.toUpperCase()}</Kbd>
      {next.map(({ id, key }) => (
        <span key={id} className="inline-flex items-center gap-1.5">
          <Keys keys={key} />
          {t(id)}
        </span>
      ))}
    </div>
  );
}
