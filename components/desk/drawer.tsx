'use client';
import type { ReactNode } from 'react';
import { whenOpened } from '@/components/ui/when-opened';

export interface DrawerProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  side: 'start' | 'end';
  label: string;
  children: ReactNode;
}

/** A pane that has no room of its own: it slides over the edge and gives focus back when it goes. */
export const Drawer = whenOpened<DrawerProps>(() => import('./drawer-part').then((file) => file.DrawerPart));
