import { type LucideIcon, Mail, Phone } from 'lucide-react';
import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';

interface Panel {
  /** Its words stand in `lab.<name>`: `title` is its heading, `lead` the line below it. */
  name: 'mailbox' | 'telephone';
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
  {
    name: 'telephone',
    icon: Phone,
    Panel: dynamic(() => import('./telephone-panel').then((m) => m.TelephonePanel)),
  },
];
