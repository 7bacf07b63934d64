'use client';
import { useQuery } from '@tanstack/react-query';
import type { TicketDetailDto } from '@/lib/schemas/ticket-detail';
import { ticketQuery } from './ticket-query';

/** One ticket with its messages. `initial` is what the server rendered. */
export function useTicket(number: number, initial?: TicketDetailDto) {
  return useQuery({ ...ticketQuery(number), initialData: initial });
}
