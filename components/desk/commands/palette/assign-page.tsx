'use client';
import { CircleDashed } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { usePresenceText } from '@/components/data/use-presence-text';
import { useStaffChoice } from '@/components/data/use-staff-choice';
import { Avatar } from '@/components/ui/avatar';
import { kindOf } from '@/lib/rules/capacity';
import { isThere } from '@/lib/rules/presence';
import { useStaff } from '../../desk-context';
import { usePalette } from './palette-context';
import { PaletteLine } from './palette-line';
import { PaletteStatus } from './palette-status';
import { rank } from './rank';

/** Who holds the tickets: oneself first, with who is away and how full each one is. */
export function AssignPage() {
  const t = useTranslations('desk.ticket');
  const { typed, target, run } = usePalette();
  const { me } = useStaff();
  const presenceText = usePresenceText();
  const { people, search } = useStaffChoice();
  useEffect(() => search(typed), [search, typed]);
  const sorted = people.toSorted((a, b) => Number(b.id === me.id) - Number(a.id === me.id));
  const shown = rank(sorted, typed, ({ name, email }) => `${name} ${email ?? ''}`);
  const isNobody = rank([t('nobody')], typed, (one) => one).length > 0;
  const isCall = target?.tickets.every(({ channel }) => kindOf(channel) === 'call') ?? false;
  return (
    <>
      {shown.map((person) => (
        <PaletteLine
          key={person.id}
          value={`person-${person.id}`}
          icon={<Avatar name={person.name} size={20} tone={isThere(person) ? 'accent' : 'plain'} />}
          end={
            isThere(person)
              ? t('places', {
                  used: isCall ? person.load_calls : person.load,
                  of: isCall ? person.capacity_calls : person.capacity,
                })
              : presenceText(person.presence)
          }
          onChoose={() => run(() => target?.assign?.({ id: person.id, name: person.name }))}
        >
          {person.id === me.id ? t('me', { name: person.name }) : person.name}
        </PaletteLine>
      ))}
      {isNobody ? (
        <PaletteLine
          value="nobody"
          icon={<CircleDashed aria-hidden className="size-4 text-ink-3" />}
          end={t('nobodyHint')}
          onChoose={() => run(() => target?.assign?.(null))}
        >
          {t('nobody')}
        </PaletteLine>
      ) : null}
      <PaletteStatus count={shown.length + Number(isNobody)} />
    </>
  );
}
