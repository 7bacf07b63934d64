import type { EventDto } from '@/lib/schemas/event';
import type { MessageDto } from '@/lib/schemas/message';

export type ThreadItem =
  | { kind: 'message'; key: string; message: MessageDto }
  | { kind: 'events'; key: string; events: EventDto[] }
  | { kind: 'news'; key: string };

/** What the history tells between the messages. Messages speak for themselves; routing's every thought does not count. */
const TOLD = new Set([
  'status.changed',
  'assignment.changed',
  'ticket.updated',
  'ticket.deleted',
  'ticket.restored',
  'spam.changed',
  'tags.changed',
  'snooze.changed',
  'promise.changed',
  'closing.told',
  'ticket.rated',
  'ticket.merged',
  'ticket.absorbed',
  'ticket.unmerged',
  'ticket.parted',
  'ticket.split',
  'ticket.begun_apart',
  'ticket.answered_apart',
  'auto_reply.received',
  'call.changed',
  'offer.declined',
  'offer.missed',
  'offer.withdrawn',
]);

/**
 * Messages in their order, with the events that happened between them folded into one line each time. While older
 * messages are not loaded, neither are the events before the first shown one. `newFrom` is the first message that the reader had not
 * seen: a line stands before it.
 */
export function buildThread(
  messages: readonly MessageDto[],
  events: readonly EventDto[],
  hasOlder: boolean,
  newFrom: string | null = null,
): ThreadItem[] {
  const first = messages[0]?.created_at ?? '';
  const told = events.filter(
    (event) => TOLD.has(event.type) && !follows(event, events) && !(hasOlder && event.created_at < first),
  );
  const items: ThreadItem[] = [];
  let at = 0;
  const takeEvents = (until: string | null) => {
    const fold: EventDto[] = [];
    while (at < told.length && (until === null || told[at]!.created_at < until)) fold.push(told[at++]!);
    if (fold.length > 0) items.push({ kind: 'events', key: `events-${fold[0]!.seq}`, events: fold });
  };
  for (const message of messages) {
    takeEvents(message.created_at);
    if (message.id === newFrom) items.push({ kind: 'news', key: 'news' });
    items.push({ kind: 'message', key: message.id, message });
  }
  takeEvents(null);
  return items;
}

/** OPEN and ASSIGNED come from assigning alone, in the same moment: that line has said it. */
function follows(event: EventDto, events: readonly EventDto[]): boolean {
  if (event.type !== 'status.changed') return false;
  if (event.data.to !== 'ASSIGNED' && event.data.to !== 'OPEN') return false;
  return events.some((one) => one.type === 'assignment.changed' && Math.abs(one.seq - event.seq) === 1);
}

/** The first message of others after the one up to which somebody has read; null when he never looked or saw all. */
export function firstUnseen(
  messages: readonly MessageDto[],
  readUpTo: string | null | undefined,
  meId: string,
): string | null {
  const at = messages.findIndex((message) => message.id === readUpTo);
  if (at === -1) return null;
  return messages.slice(at + 1).find((message) => message.author.id !== meId)?.id ?? null;
}
