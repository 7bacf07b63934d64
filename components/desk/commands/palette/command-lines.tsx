'use client';
import {
  AlarmClock,
  ArrowDown,
  ArrowUp,
  BookOpen,
  CircleDot,
  Clock,
  Copy,
  CornerUpLeft,
  Flag,
  Hand,
  Hourglass,
  Lock,
  type LucideIcon,
  Mail,
  Merge,
  MoveRight,
  OctagonAlert,
  PanelRight,
  Pencil,
  Plus,
  Reply,
  RotateCcw,
  Search,
  Send,
  Settings2,
  ShieldCheck,
  Sparkles,
  Split,
  Tag,
  Timer,
  Trash2,
  Undo2,
  UserRound,
  X,
  Zap,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { StatusGlyph } from '@/components/ui/status-glyph';
import { useStaff } from '../../desk-context';
import { commandContext, type PalettePage } from '../command-context';
import { CommandKeys } from '../command-keys';
import { COMMANDS, type Command } from '../registry';
import { usePalette } from './palette-context';
import { PaletteLine } from './palette-line';
import { rememberRecent } from './recent';

const ICONS: Record<string, LucideIcon> = {
  nextTicket: ArrowDown,
  previousTicket: ArrowUp,
  clear: X,
  back: CornerUpLeft,
  reply: Reply,
  note: Lock,
  take: Hand,
  assign: UserRound,
  status: CircleDot,
  priority: Flag,
  tags: Tag,
  snooze: AlarmClock,
  promise: Hourglass,
  merge: Merge,
  split: Split,
  subject: Pencil,
  context: PanelRight,
  copyLink: Copy,
  markUnread: Mail,
  clocks: Timer,
  spam: OctagonAlert,
  ham: ShieldCheck,
  trash: Trash2,
  restore: RotateCcw,
  send: Send,
  sendResolve: Send,
  sendLater: Clock,
  macro: Zap,
  draft: Sparkles,
  undo: Undo2,
  search: Search,
  create: Plus,
  help: BookOpen,
};
/** These ask on a page of their own, without leaving the palette. */
const PAGES: Record<string, PalettePage> = {
  assign: 'assign',
  status: 'status',
  priority: 'priority',
  tags: 'tags',
};

/** What the palette offers now. */
export function validCommands(context: ReturnType<typeof commandContext>): Command[] {
  return COMMANDS.filter(({ onlyKeys, when }) => !onlyKeys && when(context));
}

/** A command of the registry with its keys: that is how they are learned. */
export function CommandLine({ command, prefix = '' }: { command: Command; prefix?: string }) {
  const t = useTranslations('commands.title');
  const { me } = useStaff();
  const { run, turn } = usePalette();
  const { id, section } = command;
  const Icon = ICONS[id] ?? (section === 'go' ? MoveRight : Settings2);
  const choose = () => {
    rememberRecent(me.id, { kind: 'command', id });
    const page = PAGES[id];
    if (page) return turn(page);
    run(() => {
      const now = commandContext();
      if (command.when(now)) command.run(now);
    });
  };
  return (
    <PaletteLine
      value={`${prefix}command-${id}`}
      icon={
        id === 'resolve' ? (
          <StatusGlyph status="RESOLVED" />
        ) : (
          <Icon aria-hidden className="size-4" strokeWidth={1.75} />
        )
      }
      end={
        <span className="hidden pointer-fine:inline">
          <CommandKeys id={id} />
        </span>
      }
      onChoose={choose}
    >
      {t(id)}
    </PaletteLine>
  );
}
