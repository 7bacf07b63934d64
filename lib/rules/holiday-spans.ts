export interface Holiday {
  /** `YYYY-MM-DD`. */
  date: string;
  name: string;
}
/** Days in a row with one name, as people speak of them: "24 to 26 December, Christmas". */
export interface HolidaySpan {
  from: string;
  to: string;
  name: string;
}

const DAY = 86_400_000;
const dayAfter = (date: string, days = 1): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** The days of a list as spans, earliest first. */
export function holidaySpans(holidays: readonly Holiday[]): HolidaySpan[] {
  const spans: HolidaySpan[] = [];
  for (const { date, name } of holidays.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    const last = spans.at(-1);
    if (last && last.name === name && dayAfter(last.to) === date) last.to = date;
    else spans.push({ from: date, to: date, name });
  }
  return spans;
}

/** A list with every day of a span in it; a day that was there gets the new name. */
export function withSpan(holidays: readonly Holiday[], { from, to, name }: HolidaySpan): Holiday[] {
  const added: Holiday[] = [];
  for (let date = from; date <= to; date = dayAfter(date)) added.push({ date, name });
  const taken = new Set(added.map(({ date }) => date));
  return [...holidays.filter(({ date }) => !taken.has(date)), ...added].sort((a, b) =>
    a.date < b.date ? -1 : 1,
  );
}

/** The list without the days of a span. */
export const withoutSpan = (holidays: readonly Holiday[], { from, to }: HolidaySpan): Holiday[] =>
  holidays.filter(({ date }) => date < from || date > to);
