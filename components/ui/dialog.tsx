'use client';
import { whenOpened } from './when-opened';

/** For what needs several fields. A choice of one thing belongs in a menu or a popover. */
export const Dialog = whenOpened(() => import('./dialog-part').then((file) => file.DialogPart));
