import { ChartColumn, HeartPulse, type LucideIcon, Users } from 'lucide-react';

/** A page of the admin area; its name is `admin.nav.<key>`. */
interface Section {
  key: 'people' | 'reports' | 'system';
  href: string;
  icon: LucideIcon;
}

/** The admin area's pages by group, in the order of its navigation. A group's name is `admin.nav.groups.<key>`. */
export const ADMIN_SECTIONS: readonly {
  group: 'people' | 'reports' | 'house';
  sections: readonly Section[];
}[] = [
  { group: 'reports', sections: [{ key: 'reports', href: '/admin/reports', icon: ChartColumn }] },
  { group: 'people', sections: [{ key: 'people', href: '/admin/people', icon: Users }] },
  { group: 'house', sections: [{ key: 'system', href: '/admin/system', icon: HeartPulse }] },
];
