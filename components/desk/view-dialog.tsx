'use client';
import { whenOpened } from '@/components/ui/when-opened';

/** Names a view and says for whom it is: a new one, or one that is there. */
export const ViewDialog = whenOpened(() => import('./view-dialog-part').then((file) => file.ViewDialogPart));
