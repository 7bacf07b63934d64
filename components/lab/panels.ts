import { type LucideIcon, Mail } from 'lucide-react';
import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';

interface Panel {
  /** Its words stand in `lab.<name>`: `title` is its heading, `lead` the line below it. */
  name: 'mailbox';
  icon: LucideIcon;
  Panel: ComponentType;
}

/** What stands on the bench, in this order. Each is loaded by itself. */
export const PANELS: Panel[] = [
  {
    name: 'mailbox',
    icon: Mail,
    Panel: dynamic(() => import('./mailbox-panel').then((m) => m.MailboxPanel)),
  },
];
