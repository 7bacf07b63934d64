import type { TicketDto } from '@/lib/schemas/ticket';
import type { Group } from '@/lib/schemas/values';
import type { Row } from './hold-list';

/** Where a group begins: its rows as far as they are loaded, and whether the list may go on with it. */
interface Heading {
  kind: 'group';
  key: string;
  size: number;
  isLast: boolean;
}
/** A line of a list: a group's heading, or a row by its place among the rows. */
export type ListItem = Heading | { kind: 'row'; index: number };

const NONE = '';
const KEY: Record<Group, (ticket: TicketDto) => string> = {
  status: (ticket) => ticket.status,
  priority: (ticket) => ticket.priority,
  assignee: (ticket) => ticket.assigned_agent ?? NONE,
  topic: (ticket) => ticket.topic ?? NONE,
  customer: (ticket) => ticket.customer.id,
};

/**
 * The lines of a list whose server puts groups one after the other: a heading where another group begins. Rows stay
 * where they are, by what they were when they got their place. Without a group: rows alone.
 */
export function groupRows(rows: readonly Row[], group: Group | null): ListItem[] {
  const items: ListItem[] = [];
  let heading = null as Heading | null;
  for (const [index, row] of rows.entries()) {
    const key = group && KEY[group](row.placed);
    if (key !== null && heading?.key !== key) {
      if (heading) heading.isLast = false;
      heading = { kind: 'group', key, size: 0, isLast: true };
      items.push(heading);
    }
    if (heading) heading.size += 1;
    items.push({ kind: 'row', index });
  }
  return items;
}
