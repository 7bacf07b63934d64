import { type LucideIcon, Mail, MessageCircle, Store } from 'lucide-react';
import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';

interface Panel {
  /** Its words stand in `lab.<name>`: `title` is its heading, `lead` the line below it. */
  name: 'mailbox' | 'site' | 'messenger';
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
];
