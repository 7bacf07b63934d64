import { cx } from 'class-variance-authority';
import {
  CircleCheck,
  CircleDashed,
  CircleMinus,
  Clock,
  Coffee,
  type LucideIcon,
  WifiOff,
} from 'lucide-react';
import type { Presence } from '@/lib/rules/presence';

const GLYPHS: Record<Presence, [icon: LucideIcon, tone: string]> = {
  online: [CircleCheck, 'text-accent'],
  busy: [CircleMinus, 'text-warn'],
  away: [Clock, 'text-ink-2'],
  break: [Coffee, 'text-ink-2'],
  offline: [CircleDashed, 'text-ink-3'],
  lost: [WifiOff, 'text-warn'],
};

/** A shape for each state, since colour alone says nothing to some; the word stands beside it. */
export function PresenceGlyph({ presence, className }: { presence: Presence; className?: string }) {
  const [Icon, tone] = GLYPHS[presence];
  return <Icon aria-hidden className={cx('size-4 shrink-0', tone, className)} />;
}
