import {
  ChartColumn,
  Clock,
  Download,
  FlaskConical,
  HeartPulse,
  IdCard,
  Inbox,
  KeyRound,
  type LucideIcon,
  Mail,
  MessageCircle,
  MessageSquareText,
  MessagesSquare,
  MonitorDot,
  Phone,
  ScrollText,
  SlidersHorizontal,
  Sparkles,
  Split,
  Tags,
  Timer,
  Upload,
  UserCheck,
  UserRound,
  Users,
} from 'lucide-react';

/** A page of the admin area; its name is `admin.nav.<key>`. */
interface Section {
  key: string;
  href: string;
  icon: LucideIcon;
}

/** The admin area's pages by group, in the order of its navigation. A group's name is `admin.nav.groups.<key>`. */
export const ADMIN_SECTIONS: readonly { group: string; sections: readonly Section[] }[] = [
  {
    group: 'reports',
    sections: [
      { key: 'reports', href: '/admin/reports', icon: ChartColumn },
      { key: 'board', href: '/admin/board', icon: MonitorDot },
    ],
  },
  {
    group: 'people',
    sections: [
      { key: 'people', href: '/admin/people', icon: UserRound },
      { key: 'teams', href: '/admin/teams', icon: Users },
    ],
  },
  {
    group: 'workspace',
    sections: [
      { key: 'general', href: '/admin/settings/general', icon: SlidersHorizontal },
      { key: 'tickets', href: '/admin/settings/tickets', icon: Inbox },
      { key: 'routing', href: '/admin/settings/routing', icon: Split },
      { key: 'whatIf', href: '/admin/routing/what-if', icon: FlaskConical },
      { key: 'hours', href: '/admin/settings/hours', icon: Clock },
      { key: 'topics', href: '/admin/topics', icon: Tags },
      { key: 'urgency', href: '/admin/settings/urgency', icon: Timer },
      { key: 'presence', href: '/admin/settings/presence', icon: UserCheck },
      { key: 'canned', href: '/admin/canned-replies', icon: MessageSquareText },
    ],
  },
  {
    group: 'channels',
    sections: [
      { key: 'email', href: '/admin/channels/email', icon: Mail },
      { key: 'voice', href: '/admin/channels/voice', icon: Phone },
      { key: 'messenger', href: '/admin/channels/messenger', icon: MessagesSquare },
      { key: 'chat', href: '/admin/channels/chat', icon: MessageCircle },
    ],
  },
  { group: 'ai', sections: [{ key: 'ai', href: '/admin/ai', icon: Sparkles }] },
  {
    group: 'data',
    sections: [
      { key: 'import', href: '/admin/data/import', icon: Upload },
      { key: 'facts', href: '/admin/data/facts', icon: IdCard },
      { key: 'export', href: '/admin/data/export', icon: Download },
      { key: 'audit', href: '/admin/audit', icon: ScrollText },
    ],
  },
  {
    group: 'house',
    sections: [
      { key: 'developers', href: '/admin/developers', icon: KeyRound },
      { key: 'system', href: '/admin/system', icon: HeartPulse },
    ],
  },
];
