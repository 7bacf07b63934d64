import type { TicketDto } from '@/lib/schemas/ticket';
import { type Group, PRIORITIES, STATUSES } from '@/lib/schemas/values';
import type { Row } from './hold-list';

/** A line of a list: a group's heading, or a row by its place among the rows. */
export type ListItem = { kind: 'group'; key: string; size: number } | { kind: 'row'; index: number };

const NONE = '';
const KEY: Record<Group, (ticket: TicketDto) => string> = {
  status: (ticket) => ticket.status,
  priority: (ticket) => ticket.priority,
  assignee: (ticket) => ticket.assigned_agent ?? NONE,
  topic: (ticket) => ticket.topic ?? NONE,
  customer: (ticket) => ticket.customer.id,
};
/** Groups that have an order of their own; the others stand in the order of their first row. */
const ORDER: Partial<Record<Group, readonly string[]>> = {
  status: STATUSES,
  priority: PRIORITIES.toReversed(),
};

/** Rows parted into groups, each in the list's order, and the lines to show. Without a group: rows alone. */
export function groupRows(
  rows: readonly Row[],
  group: Group | null,
): { rows: readonly Row[]; items: ListItem[] } {
  if (group === null) return { rows, items: rows.map((_, index) => ({ kind: 'row', index })) };
  const groups = new Map<string, Row[]>((ORDER[group] ?? []).map((key) => [key, []]));
  for (const row of rows) {
    const key = KEY[group](row.ticket);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const items: ListItem[] = [];
  const sorted: Row[] = [];
  for (const [key, members] of groups) {
    if (members.length === 0) continue;
    items.push({ kind: 'group', key, size: members.length });
    for (const row of members) items.push({ kind: 'row', index: sorted.push(row) - 1 });
  }
  return { rows: sorted, items };
}
