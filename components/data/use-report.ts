'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DayRange, Dimension, ReportFilter } from '@/lib/rules/reports';
import type { BreakdownDto, LiveDto, ReportDto, TicketClocksDto } from '@/lib/schemas/report';
import { api } from './api';
import { queryKeys } from './query-keys';

/** What the dashboard asks: days, both included, and what it is narrowed to. */
export type ReportQuestion = DayRange & ReportFilter;

/** Numbers of past days hardly move: they are fetched again when somebody looks, not with every change of a ticket. */
const FRESH_MS = 60_000;

export function useReport(question: ReportQuestion, compare: boolean) {
  return useQuery({
    queryKey: queryKeys.report({ ...question, compare }),
    queryFn: ({ signal }) =>
      api.get<ReportDto>('/analytics/report/', { query: { ...question, compare: compare ? 1 : 0 }, signal }),
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
  });
}

export function useBreakdown(by: Dimension, question: ReportQuestion) {
  return useQuery({
    queryKey: queryKeys.report({ ...question, by }),
    queryFn: ({ signal }) =>
      api.get<BreakdownDto>('/analytics/breakdown/', { query: { ...question, by }, signal }),
    placeholderData: (former) => (former?.by === by ? former : undefined),
    staleTime: FRESH_MS,
  });
}

/** How it stands now. Hints of changed lists fetch it again; who went away says no word to admins, so it is asked. */
export function useLive() {
  return useQuery({
    queryKey: queryKeys.reportLive,
    queryFn: ({ signal }) => api.get<LiveDto>('/analytics/live/', { signal }),
    refetchInterval: 30_000,
  });
}

export function useTicketClocks(number: number) {
  return useQuery({
    queryKey: queryKeys.ticketClocks(number),
    queryFn: ({ signal }) => api.get<TicketClocksDto>(`/tickets/${number}/clocks/`, { signal }),
  });
}
