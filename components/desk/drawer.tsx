'use client';
import { whenOpened } from '@/components/ui/when-opened';

/** A pane that has no room of its own: it slides over the edge and gives focus back when it goes. */
export const Drawer = whenOpened(() => import('./drawer-part').then((file) => file.DrawerPart));
