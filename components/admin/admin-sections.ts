import { HeartPulse, type LucideIcon, Sparkles, Users } from 'lucide-react';

/** A page of the admin area; its name is `admin.nav.<key>`. */
interface Section {
  key: 'people' | 'ai' | 'system';
  href: string;
  icon: LucideIcon;
}

/** The admin area's pages by group, in the order of its navigation. A group's name is `admin.nav.groups.<key>`. */
export const ADMIN_SECTIONS: readonly { group: 'people' | 'ai' | 'house'; sections: readonly Section[] }[] = [
  { group: 'people', sections: [{ key: 'people', href: '/admin/people', icon: Users }] },
  { group: 'ai', sections: [{ key: 'ai', href: '/admin/ai', icon: Sparkles }] },
  { group: 'house', sections: [{ key: 'system', href: '/admin/system', icon: HeartPulse }] },
];
