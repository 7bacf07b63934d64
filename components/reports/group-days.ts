import type { ReportDto } from '@/lib/schemas/report';

/** Above so many days a bar stands for a week, or it would be thinner than a line. */
const MOST_BARS = 62;

export interface DayGroup {
  from: string;
  to: string;
  created: number;
  resolved: number;
  /** It holds today, which is not over. */
  partial: boolean;
}

/** Days as they are, or by sevens when there are many. */
export function groupDays(days: ReportDto['days'], today: string): DayGroup[] {
  const size = days.length > MOST_BARS ? 7 : 1;
  return Array.from({ length: Math.ceil(days.length / size) }, (_, index) => {
    const part = days.slice(index * size, (index + 1) * size);
    const sum = (name: 'created' | 'resolved') => part.reduce((total, day) => total + day[name], 0);
    const [from, to] = [part[0]!.date, part.at(-1)!.date];
    return { from, to, created: sum('created'), resolved: sum('resolved'), partial: to >= today };
  });
}
