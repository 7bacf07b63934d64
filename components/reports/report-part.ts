import type { ReportDto } from '@/lib/schemas/report';
import type { ReportLocation } from './use-report-location';

/** What each part of the dashboard is given: the answer, undefined while it is fetched, and the question. */
export interface ReportPartProps {
  report: ReportDto | undefined;
  location: ReportLocation;
}
