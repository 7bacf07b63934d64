import { type Role, type SORTS, UNSOLVED } from '../schemas/values';
import type { ViewFilter } from '../schemas/view';

/**
 * The views that every desk has: a word in the address and the filters it stands for. Filters are always joined with
 * what the person may see, so a view can never widen that.
 */
export interface View {
  key: ViewKey;
  roles: readonly Role[];
  filter: ViewFilter;
  sort: (typeof SORTS)[number];
}
export const VIEW_KEYS = [
  'mine',
  'unassigned',
  'mentions',
  'waiting',
  'snoozed',
  'resolved',
  'all',
  'spam',
  'trash',
] as const;
export type ViewKey = (typeof VIEW_KEYS)[number];

const STAFF = ['agent', 'admin'] as const;
export const VIEWS: readonly View[] = [
  {
    key: 'mine',
    roles: STAFF,
    filter: { assignee: ['me'], status: ['ASSIGNED', 'IN_PROGRESS'], snoozed: 'no' },
    sort: 'waiting',
  },
  {
    key: 'unassigned',
    roles: STAFF,
    filter: { assignee: ['none'], status: ['OPEN'], snoozed: 'no' },
    sort: 'waiting',
  },
  { key: 'mentions', roles: STAFF, filter: { mentioned: 'me', status: [...UNSOLVED] }, sort: 'updated' },
  {
    key: 'waiting',
    roles: STAFF,
    filter: { status: ['WAITING_ON_CUSTOMER'], snoozed: 'no' },
    sort: 'updated',
  },
  { key: 'snoozed', roles: STAFF, filter: { snoozed: 'yes' }, sort: 'newest' },
  { key: 'resolved', roles: STAFF, filter: { status: ['RESOLVED', 'CLOSED'] }, sort: 'updated' },
  { key: 'all', roles: STAFF, filter: { status: [...UNSOLVED] }, sort: 'newest' },
  { key: 'spam', roles: STAFF, filter: { in: 'spam' }, sort: 'newest' },
  { key: 'trash', roles: ['admin'], filter: { in: 'trash' }, sort: 'updated' },
];

export function viewsFor(role: Role): readonly View[] {
  return VIEWS.filter((view) => view.roles.includes(role));
}
