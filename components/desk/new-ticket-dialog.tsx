'use client';
import { whenOpened } from '@/components/ui/when-opened';

export interface NewTicketDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What the subject begins with. */
  subject?: string;
}

/** A ticket that reached a person at a desk: by telephone, by a letter, at the door. */
export const NewTicketDialog = whenOpened<NewTicketDialogProps>(() =>
  import('./new-ticket-part').then((file) => file.NewTicketPart),
);
