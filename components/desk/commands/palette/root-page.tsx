'use client';
import { Contact, CornerDownLeft, ListFilter, Plus, UserRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useDebounced } from '@/components/data/use-debounced';
import { SHORTEST_SEARCH, useSearchPreview } from '@/components/data/use-search';
import { useStaffChoice } from '@/components/data/use-staff-choice';
import { Avatar } from '@/components/ui/avatar';
import { Marked } from '@/components/ui/marked';
import { StatusGlyph } from '@/components/ui/status-glyph';
import type { TicketHitDto } from '@/lib/schemas/search';
import { operatorAt } from '../../complete-search';
import { useStaff } from '../../desk-context';
import { useSearchCompletions } from '../../use-search-completions';
import type { SECTIONS } from '../registry';
import { CommandLine, validCommands } from './command-lines';
import { usePalette } from './palette-context';
import { PaletteGroup, PaletteLine } from './palette-line';
import { PaletteStatus } from './palette-status';
import { rank } from './rank';
import { rememberRecent } from './recent';
import { RecentLines } from './recent-lines';
import { ticketValue } from './ticket-preview';
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
      <PaletteStatus count={commands.length + views.length} />
    </>
  );
}

function Matching() {
  const t = useTranslations('commands');
  const p = useTranslations('commands.palette');
  const { typed, context, target, run, type, onFound } = usePalette();
  const { go } = useStaff();
  const commands = rank(validCommands(context), typed, ({ id }) => t(`title.${id}`)).slice(0, MOST_COMMANDS);
  const views = rank(useViewLines(), typed, ({ name }) => name).slice(0, MOST_COMMANDS);
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
          tickets.length +
          customers.length +
          completions.length +
          1
        }
      />
    </>
  );
}

function TicketLine({ hit: { ticket, subject, message_id } }: { hit: TicketHitDto }) {
  const c = useTranslations('common.status');
  const { me, go } = useStaff();
  const { run } = usePalette();
  return (
    <PaletteLine
      value={ticketValue(ticket.number)}
      icon={<StatusGlyph status={ticket.status} />}
      end={
        <span className="flex items-baseline gap-2">
          <bdi className="max-w-32 truncate max-sm:hidden">{ticket.customer.name}</bdi>
          <span className="font-mono text-micro tabular">#{ticket.number}</span>
        </span>
      }
      onChoose={() => {
        rememberRecent(me.id, { kind: 'ticket', number: ticket.number, subject: ticket.subject });
        run(() => go(ticket.number, { message: message_id }));
      }}
    >
      <bdi>
        <Marked pieces={subject} />
      </bdi>
      <span className="sr-only">{c(ticket.status)}</span>
    </PaletteLine>
  );
}

function CustomerLine({ id, name, detail }: { id: string; name: string; detail: string | null }) {
  const router = useRouter();
  const { me } = useStaff();
  const { run } = usePalette();
  return (
    <PaletteLine
      value={`customer-${id}`}
      icon={detail ? <Avatar name={name} size={20} /> : <Contact aria-hidden className="size-4" />}
      end={detail ? <bdi className="max-w-48 truncate">{detail}</bdi> : null}
      onChoose={() => {
        rememberRecent(me.id, { kind: 'customer', id, name });
        run(() => router.push(`/customers/${id}`));
      }}
    >
      <bdi>{name}</bdi>
    </PaletteLine>
  );
}
