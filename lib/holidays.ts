/** Public holidays as the library `date-holidays` knows them. It brings 26 MB of memory along: loaded when asked for. */
const load = async () => (await import('date-holidays')).default;

/** Dates with the holidays' names in the country's own language. @param country two letters (ISO 3166). */
export async function publicHolidays(
  country: string,
  years: readonly number[],
): Promise<Map<string, string>> {
  const Holidays = await load();
  const known = new Holidays(country, { types: ['public'] });
  return new Map(
    years.flatMap((year) => known.getHolidays(year)).map(({ date, name }) => [date.slice(0, 10), name]),
  );
}

/** The countries whose holidays are known. */
export async function holidayCountries(): Promise<string[]> {
  const Holidays = await load();
  return Object.keys(new Holidays().getCountries());
}
