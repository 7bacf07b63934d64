import { type LucideIcon, UserRound, Users } from 'lucide-react';

/** A page of the admin area; its name is `admin.nav.<key>`. */
interface Section {
  key: 'people' | 'teams';
  href: string;
  icon: LucideIcon;
}

/** The admin area's pages by group, in the order of its navigation. A group's name is `admin.nav.groups.<key>`. */
export const ADMIN_SECTIONS: readonly { group: 'people'; sections: readonly Section[] }[] = [
  {
    group: 'people',
    sections: [
      { key: 'people', href: '/admin/people', icon: UserRound },
      { key: 'teams', href: '/admin/teams', icon: Users },
    ],
  },
];
