import {
  AlarmClock,
  AtSign,
  Bookmark,
  CircleCheck,
  CircleDashed,
  CirclePause,
  Inbox,
  Layers,
  ListFilter,
  OctagonAlert,
  Trash2,
  Users,
} from 'lucide-react';
import type { ViewKey } from '@/lib/rules/views';
import type { ViewDto } from '@/lib/schemas/view';

const DESK = {
  mine: Inbox,
  unassigned: CircleDashed,
  mentions: AtSign,
  waiting: CirclePause,
  snoozed: AlarmClock,
  resolved: CircleCheck,
  all: Layers,
  spam: OctagonAlert,
  trash: Trash2,
} as const satisfies Record<ViewKey, unknown>;
const SAVED = { all: ListFilter, team: Users, me: Bookmark } as const;

export function ViewIcon({ view: { key, owner } }: { view: Pick<ViewDto, 'key' | 'owner'> }) {
  const Icon = owner === 'desk' ? DESK[key as ViewKey] : SAVED[owner];
  return <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />;
}
