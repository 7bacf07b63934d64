'use client';
import { whenOpened } from '@/components/ui/when-opened';

/** A ticket that reached a person at a desk: by telephone, by a letter, at the door. */
export const NewTicketDialog = whenOpened(() =>
  import('./new-ticket-part').then((file) => file.NewTicketPart),
);
