'use client';
import { useQuery } from '@tanstack/react-query';
import { ticketQuery } from './ticket-query';

/** A ticket that is named by its number; 0 is none. */
export const useTicketByNumber = (number: number) =>
  useQuery({ ...ticketQuery(number), enabled: number > 0, retry: false });
