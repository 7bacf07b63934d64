import {
  Clock,
  HeartPulse,
  Inbox,
  type LucideIcon,
  MessageSquareText,
  ScrollText,
  SlidersHorizontal,
  Tags,
  Users,
} from 'lucide-react';

/** A page of the admin area; its name is `admin.nav.<key>`. */
interface Section {
  key: 'people' | 'general' | 'tickets' | 'hours' | 'topics' | 'canned' | 'audit' | 'system';
  href: string;
  icon: LucideIcon;
}

/** The admin area's pages by group, in the order of its navigation. A group's name is `admin.nav.groups.<key>`. */
export const ADMIN_SECTIONS: readonly {
  group: 'people' | 'workspace' | 'data' | 'house';
  sections: readonly Section[];
}[] = [
  {
    group: 'workspace',
    sections: [
      { key: 'general', href: '/admin/settings/general', icon: SlidersHorizontal },
      { key: 'tickets', href: '/admin/settings/tickets', icon: Inbox },
      { key: 'hours', href: '/admin/settings/hours', icon: Clock },
      { key: 'topics', href: '/admin/topics', icon: Tags },
      { key: 'canned', href: '/admin/canned-replies', icon: MessageSquareText },
    ],
  },
  { group: 'people', sections: [{ key: 'people', href: '/admin/people', icon: Users }] },
  { group: 'data', sections: [{ key: 'audit', href: '/admin/audit', icon: ScrollText }] },
  { group: 'house', sections: [{ key: 'system', href: '/admin/system', icon: HeartPulse }] },
];
