import {
  AtSign,
  CircleCheck,
  CircleDashed,
  CirclePause,
  Inbox,
  Layers,
  OctagonAlert,
  Trash2,
} from 'lucide-react';
import type { ViewKey } from '@/lib/rules/views';

const ICONS = {
  mine: Inbox,
  unassigned: CircleDashed,
  mentions: AtSign,
  waiting: CirclePause,
  resolved: CircleCheck,
  all: Layers,
  spam: OctagonAlert,
  trash: Trash2,
} as const satisfies Record<ViewKey, unknown>;

export function ViewIcon({ view }: { view: ViewKey }) {
  const Icon = ICONS[view];
  return <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />;
}
