'use client';
import { cx } from 'class-variance-authority';
import { useTranslations } from 'next-intl';
import { usePresenceText } from '@/components/data/use-presence-text';
import { isThere } from '@/lib/rules/presence';
import type { UserDto } from '@/lib/schemas/person';

/** A filled, hollow or crossed dot beside the word. Who has not come in yet is told from who is away. */
export function PersonState({ person }: { person: UserDto }) {
  const t = useTranslations('people.list');
  const presence = usePresenceText();
  const state = stateOf(person);
  return (
    <span className="inline-flex items-center gap-1.5 text-small text-ink-2">
      <span
        aria-hidden="true"
        className={cx(
          'size-2 shrink-0 rounded-full border',
          state === 'available' && 'border-accent bg-accent',
          state === 'active' && 'border-line-strong bg-line-strong',
          (state === 'away' || state === 'invited') && 'border-line-strong',
          state === 'expired' && 'border-warn bg-warn',
          state === 'inactive' && 'h-0.5 border-danger bg-danger',
        )}
      />
      {state === 'available' || state === 'away' ? presence(person.presence) : t(`states.${state}`)}
    </span>
  );
}

function stateOf(person: UserDto) {
  if (!person.is_active) return 'inactive';
  if (person.invitation === 'invited' || person.invitation === 'expired') return person.invitation;
  if (person.role === 'customer') return 'active';
  return isThere(person) ? 'available' : 'away';
}
