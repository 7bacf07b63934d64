import { type LucideIcon, Mail, MessageCircle, Phone, Store } from 'lucide-react';
import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';

interface Panel {
  /** Its words stand in `lab.<name>`: `title` is its heading, `lead` the line below it. */
  name: 'mailbox' | 'site' | 'messenger' | 'telephone';
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
  { name: 'site', icon: Store, Panel: dynamic(() => import('./site-panel').then((m) => m.SitePanel)) },
  {
    name: 'messenger',
    icon: MessageCircle,
    Panel: dynamic(() => import('./messenger-panel').then((m) => m.MessengerPanel)),
  },
  {
    name: 'telephone',
    icon: Phone,
    Panel: dynamic(() => import('./telephone-panel').then((m) => m.TelephonePanel)),
  },
];
