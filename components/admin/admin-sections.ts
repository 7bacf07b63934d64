import { Download, HeartPulse, KeyRound, type LucideIcon, Upload, UserRound, Users } from 'lucide-react';

/** A page of the admin area; its name is `admin.nav.<key>`. */
interface Section {
  key: 'people' | 'teams' | 'developers' | 'import' | 'export' | 'system';
  href: string;
  icon: LucideIcon;
}

/** The admin area's pages by group, in the order of its navigation. A group's name is `admin.nav.groups.<key>`. */
export const ADMIN_SECTIONS: readonly {
  group: 'people' | 'developers' | 'data' | 'house';
  sections: readonly Section[];
}[] = [
  {
    group: 'people',
    sections: [
      { key: 'people', href: '/admin/people', icon: UserRound },
      { key: 'teams', href: '/admin/teams', icon: Users },
    ],
  },
  { group: 'developers', sections: [{ key: 'developers', href: '/admin/developers', icon: KeyRound }] },
  {
    group: 'data',
    sections: [
      { key: 'import', href: '/admin/data/import', icon: Upload },
      { key: 'export', href: '/admin/data/export', icon: Download },
    ],
  },
  { group: 'house', sections: [{ key: 'system', href: '/admin/system', icon: HeartPulse }] },
];
