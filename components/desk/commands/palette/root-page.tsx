'use client';
import { CornerDownLeft, ListFilter, Plus, UserRound } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useDebounced } from '@/components/data/use-debounced';
import { SHORTEST_SEARCH, useSearchPreview } from '@/components/data/use-search';
import { useStaffChoice } from '@/components/data/use-staff-choice';
import { operatorAt } from '../../complete-search';
import { useStaff } from '../../desk-context';
import { useSearchCompletions } from '../../use-search-completions';
import type { SECTIONS } from '../registry';
import { CommandLine, validCommands } from './command-lines';
import { CustomerLine, TicketLine } from './hit-lines';
import { usePalette } from './palette-context';
import { PaletteGroup, PaletteLine } from './palette-line';
import { PaletteStatus } from './palette-status';
import { rank } from './rank';
import { RecentLines } from './recent-lines';
import { SectionLine, useSectionLines } from './section-lines';
import { useViewLines, ViewLine } from './view-lines';

const DEBOUNCE_MS = 120;
const MOST_COMMANDS = 7;
const MOST_PEOPLE = 3;

/** Before anything is typed: what was done lately, then everything that can be done. Then whatever fits the words. */
export function RootPage() {
  const { typed } = usePalette();
  return typed === '' ? <AllCommands /> : <Matching />;
}

function AllCommands() {
  const t = useTranslations('commands');
  const { context } = usePalette();
  const commands = validCommands(context);
  const views = useViewLines();
  const isAdmin = usePathname().startsWith('/admin');
  const all = useSectionLines();
  // elsewhere they are found by their names
  const sections = isAdmin ? all : [];
  const order = [
    'ticket',
    'composer',
    'go',
    'general',
    'list',
    'settings',
  ] as const satisfies (typeof SECTIONS)[number][];
  return (
    <>
      <RecentLines />
      <Sections sections={sections} />
      {order.map((section) => {
        const lines = commands.filter((one) => one.section === section);
        if (lines.length === 0) return null;
        return (
          <PaletteGroup key={section} heading={t(`section.${section}`)}>
            {lines.map((command) => (
              <CommandLine key={command.id} command={command} />
            ))}
            {section === 'go' ? views.map((view) => <ViewLine key={view.key} view={view} />) : null}
          </PaletteGroup>
        );
      })}
      <PaletteStatus count={commands.length + views.length + sections.length} />
    </>
  );
}

function Sections({ sections }: { sections: ReturnType<typeof useSectionLines> }) {
  const t = useTranslations('admin.nav');
  if (sections.length === 0) return null;
  return (
    <PaletteGroup heading={t('label')}>
      {sections.map((section) => (
        <SectionLine key={section.key} section={section} />
      ))}
    </PaletteGroup>
  );
}

function Matching() {
  const t = useTranslations('commands');
  const p = useTranslations('commands.palette');
  const { typed, context, target, run, type, onFound } = usePalette();
  const { go } = useStaff();
  const commands = rank(validCommands(context), typed, ({ id }) => t(`title.${id}`)).slice(0, MOST_COMMANDS);
  const views = rank(useViewLines(), typed, ({ name }) => name).slice(0, MOST_COMMANDS);
  // by their letters as they stand: among tickets and customers a likeness would be noise
  const sections = useSectionLines().filter(({ name, of }) =>
    `${name} ${of}`.toLocaleLowerCase().includes(typed.toLocaleLowerCase()),
  );
  const { people, search } = useStaffChoice({ enabled: Boolean(target?.assign) });
  useEffect(() => search(typed), [search, typed]);
  const names = target?.assign
    ? rank(people, typed, ({ name }) => p('assignTo', { name })).slice(0, MOST_PEOPLE)
    : [];
  const q = useDebounced(typed, DEBOUNCE_MS);
  const found = useSearchPreview(q).data;
  const isAsked = typed.length >= SHORTEST_SEARCH;
  const tickets = isAsked ? (found?.results ?? []) : [];
  const customers = isAsked ? (found?.customers ?? []) : [];
  const hasTickets = tickets.length > 0;
  useEffect(() => {
    onFound(hasTickets);
    return () => onFound(false);
  }, [hasTickets, onFound]);
  const isNumber = /^#?\d+$/.test(typed);
  const completions = useSearchCompletions(typed);
  const goOn =
    completions.length > 0 ? (
      <PaletteGroup heading={p('completions')}>
        {completions.map(({ text, shown }) => (
          <PaletteLine
            key={shown}
            value={`go-on-${shown}`}
            icon={<ListFilter aria-hidden className="size-4" strokeWidth={1.75} />}
            onChoose={() => type(text)}
          >
            <span className="font-mono text-small">{shown}</span>
          </PaletteLine>
        ))}
      </PaletteGroup>
    ) : null;
  const isOperator = operatorAt(typed) !== null;
  const hits = hasTickets ? (
    <PaletteGroup heading={p('tickets')}>
      {tickets.map((hit) => (
        <TicketLine key={hit.ticket.id} hit={hit} />
      ))}
    </PaletteGroup>
  ) : null;
  return (
    <>
      {isNumber ? hits : null}
      {isOperator ? goOn : null}
      {commands.length + names.length + views.length > 0 ? (
        <PaletteGroup heading={p('commands')}>
          {commands.map((command) => (
            <CommandLine key={command.id} command={command} />
          ))}
          {names.map(({ id, name }) => (
            <PaletteLine
              key={id}
              value={`assign-${id}`}
              icon={<UserRound aria-hidden className="size-4" strokeWidth={1.75} />}
              onChoose={() => run(() => target?.assign?.({ id, name }))}
            >
              {p('assignTo', { name })}
            </PaletteLine>
          ))}
          {views.map((view) => (
            <ViewLine key={view.key} view={view} />
          ))}
        </PaletteGroup>
      ) : null}
      <Sections sections={sections} />
      {isOperator ? null : goOn}
      {isNumber ? null : hits}
      {customers.length > 0 ? (
        <PaletteGroup heading={p('customers')}>
          {customers.map(({ id, name, email, phone }) => (
            <CustomerLine key={id} id={id} name={name} detail={email ?? phone} />
          ))}
        </PaletteGroup>
      ) : null}
      <PaletteGroup heading={p('more')}>
        {isAsked ? (
          <PaletteLine
            value="search-all"
            icon={<CornerDownLeft aria-hidden className="size-4" strokeWidth={1.75} />}
            onChoose={() => run(() => go(null, { search: typed }))}
          >
            {p('searchAll', { q: typed })}
          </PaletteLine>
        ) : null}
        <PaletteLine
          value="create-with"
          icon={<Plus aria-hidden className="size-4" strokeWidth={1.75} />}
          onChoose={() => run(() => context.frame?.create?.(typed))}
        >
          {p('createWith', { subject: typed })}
        </PaletteLine>
      </PaletteGroup>
      <PaletteStatus
        count={
          commands.length +
          names.length +
          views.length +
          sections.length +
          tickets.length +
          customers.length +
          completions.length +
          1
        }
      />
    </>
  );
}
