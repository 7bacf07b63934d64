'use client';
import { Contact, Ticket } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useStaff } from '../../desk-context';
import { commandById } from '../registry';
import { CommandLine } from './command-lines';
import { usePalette } from './palette-context';
import { PaletteGroup, PaletteLine } from './palette-line';
import { type Recent, readRecent } from './recent';
import { SectionLine, useSectionLines } from './section-lines';
import { useViewLines, ViewLine } from './view-lines';

const PREFIX = 'recent-';

/** What was done in the palette lately, as far as it can be done now. */
export function RecentLines() {
  const t = useTranslations('commands.palette');
  const { me, go } = useStaff();
  const { context, run } = usePalette();
  const router = useRouter();
  const views = useViewLines();
  const sections = useSectionLines();
  const [recent] = useState(() => readRecent(me.id));
  const line = (one: Recent) => {
    switch (one.kind) {
      case 'command': {
        const command = commandById(one.id);
        return command?.when(context) ? <CommandLine key={one.id} command={command} prefix={PREFIX} /> : null;
      }
      case 'view': {
        const view = views.find(({ key }) => key === one.key);
        return view ? <ViewLine key={one.key} view={view} prefix={PREFIX} /> : null;
      }
      case 'section': {
        const section = sections.find(({ key }) => key === one.key);
        return section ? <SectionLine key={one.key} section={section} prefix={PREFIX} /> : null;
      }
      case 'ticket':
        return (
          <PaletteLine
            key={one.number}
            value={`${PREFIX}ticket-${one.number}`}
            icon={<Ticket aria-hidden className="size-4" strokeWidth={1.75} />}
            end={<span className="font-mono text-micro tabular">#{one.number}</span>}
            onChoose={() => run(() => go(one.number))}
          >
            <bdi>{one.subject}</bdi>
          </PaletteLine>
        );
      case 'customer':
        return (
          <PaletteLine
            key={one.id}
            value={`${PREFIX}customer-${one.id}`}
            icon={<Contact aria-hidden className="size-4" strokeWidth={1.75} />}
            onChoose={() => run(() => router.push(`/customers/${one.id}`))}
          >
            <bdi>{one.name}</bdi>
          </PaletteLine>
        );
    }
  };
  const lines = recent.map(line).filter((one) => one !== null);
  return lines.length > 0 ? <PaletteGroup heading={t('recent')}>{lines}</PaletteGroup> : null;
}
