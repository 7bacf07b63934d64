import { z } from 'zod';
import { countRecent } from '../../commands/count-tickets';
import { exportReport } from '../../queries/reports/export-report';
import { getBreakdown } from '../../queries/reports/get-breakdown';
import { getCoverage } from '../../queries/reports/get-coverage';
import { getLive } from '../../queries/reports/get-live';
import { getReport } from '../../queries/reports/get-report';
import { getTicketClocks } from '../../queries/reports/get-ticket-clocks';
import { getResolution, getSummary, getVolume } from '../../queries/reports/get-totals';
import { coverageDto, coverageQuery } from '../../schemas/coverage';
import {
  breakdownDto,
  breakdownQuery,
  exportQuery,
  liveDto,
  reportDto,
  reportQuery,
  resolutionDto,
  resolutionQuery,
  summaryDto,
  ticketClocksDto,
  volumeDto,
  volumeQuery,
} from '../../schemas/report';
import { ticketRef } from '../../schemas/ticket';
import { type Route, route } from '../route';

const tag = 'Analytics';

/** The worker counts behind every event; what it has not come to yet is counted here, so that nobody misses his own deeds. */
const counted = async <T>(read: () => Promise<T>): Promise<T> => {
  await countRecent();
  return read();
};

export const analyticsRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/analytics/summary',
      tag,
      summary: 'Tickets by status and priority',
      description: 'Spam and the trash are left out.',
      answer: summaryDto,
    },
    () => counted(getSummary),
  ),
  route(
    {
      method: 'get',
      path: '/analytics/volume',
      tag,
      summary: 'Created and resolved tickets a day',
      description: 'The last days up to today, 1 to 366, in the zone of the business hours.',
      query: volumeQuery,
      answer: volumeDto,
    },
    ({ query }) => counted(() => getVolume(query.days)),
  ),
  route(
    {
      method: 'get',
      path: '/analytics/resolution',
      tag,
      summary: 'Time from creation to resolution',
      description:
        'In calendar hours, and in business hours; time spent waiting on the customer does not count.',
      query: resolutionQuery,
      answer: resolutionDto,
    },
    ({ query }) => counted(() => getResolution(query)),
  ),
  route(
    {
      method: 'get',
      path: '/analytics/report',
      tag,
      summary: 'The dashboard of a range of days',
      query: reportQuery,
      answer: reportDto,
    },
    ({ query }) => counted(() => getReport(query)),
  ),
  route(
    {
      method: 'get',
      path: '/analytics/breakdown',
      tag,
      summary: 'The same by agent, team, topic, channel or language',
      query: breakdownQuery,
      answer: breakdownDto,
    },
    ({ actor, query }) => counted(() => getBreakdown(actor, query)),
  ),
  route(
    {
      method: 'get',
      path: '/analytics/live',
      tag,
      summary: 'The queue and who is there, now',
      answer: liveDto,
    },
    () => getLive(),
  ),
  route(
    {
      method: 'get',
      path: '/analytics/coverage',
      tag,
      summary:
        'What comes in against who is there, by hour of the week, with a forecast and the staff it needs',
      description: 'Erlang C over places; how it is reckoned stands in docs/board.md.',
      query: coverageQuery,
      answer: coverageDto,
    },
    ({ query }) => counted(() => getCoverage(query)),
  ),
  route(
    {
      method: 'get',
      path: '/analytics/export.csv',
      tag,
      summary: 'What the dashboard shows, as CSV',
      query: exportQuery,
    },
    async ({ actor, query }) => {
      const csv = await counted(() => exportReport(actor, query));
      const name = `switchboard-${query.what}-${query.from}-${query.to}.csv`;
      return new Response(csv, {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${name}"`,
        },
      });
    },
  ),
  route(
    {
      method: 'get',
      path: '/tickets/{ref}/clocks',
      tag,
      summary: 'Why a ticket counts as it does: its clocks, stretch by stretch',
      params: z.strictObject({ ref: ticketRef }),
      answer: ticketClocksDto,
    },
    ({ actor, params }) => getTicketClocks(actor, params.ref),
  ),
];
