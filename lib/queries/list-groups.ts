import { type Group, PRIORITIES, STATUSES } from '../schemas/values';

/** How a list is parted: rows of one group stand together, whatever order they have among themselves. */
interface Grouping {
  /** What groups stand in order of, on `t`, and its type in a cursor. */
  key: string;
  type: 'int' | 'text';
  /** Where there are few groups that are known before: the condition of each, in order. Each is a range of an index. */
  parts: readonly string[] | null;
}

const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`);

/** By name, and by id among those who have the same; nobody first. */
const named = (column: string): Grouping => ({
  key: `coalesce((SELECT left(lower(p.name), 40) || ' ' || p.id FROM person p WHERE p.id = ${column}), '')`,
  type: 'text',
  parts: null,
});

/** The most pressing first; people and topics by name. Those without an order of their own cost a sort of all that match. */
export const GROUPINGS: Record<Group, Grouping> = {
  status: {
    key: `array_position(ARRAY[${quoted(STATUSES)}], t.status)`,
    type: 'int',
    parts: quoted(STATUSES).map((one) => `t.status = ${one}`),
  },
  priority: {
    key: '-t.priority',
    type: 'int',
    parts: PRIORITIES.map((_, rank) => `t.priority = ${rank}`).toReversed(),
  },
  assignee: named('t.assignee_id'),
  customer: named('t.customer_id'),
  topic: { key: "coalesce(t.topic, '')", type: 'text', parts: null },
};

/** The key of a part, as PostgreSQL works it out for its rows. */
export const keyOfPart = (group: Group, part: number): number =>
  group === 'status' ? part + 1 : part - (PRIORITIES.length - 1);
