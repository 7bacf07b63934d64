import type { TicketDetailDto } from '@/lib/schemas/ticket-detail';

/** The visitor of a chat has read up to a message: what the team said until then is read. Others stay as they are. */
export function showSeen(detail: TicketDetailDto, upTo: string): TicketDetailDto {
  const last = detail.messages.findIndex(({ id }) => id === upTo);
  const messages = detail.messages.map((message, at) =>
    at > last ||
    message.is_internal ||
    message.author.role === 'customer' ||
    message.delivery?.state === 'bounced'
      ? message
      : { ...message, delivery: { state: 'read' as const, detail: null } },
  );
  return { ...detail, messages };
}
