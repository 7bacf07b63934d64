import { holidayCountries } from '../holidays';

/** The countries whose public holidays a forecast may know, by their names in a language. */
export async function listHolidayCountries(locale: string): Promise<{ code: string; name: string }[]> {
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  return (await holidayCountries())
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}
