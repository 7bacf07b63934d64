import Holidays from 'date-holidays';
import { beforeAll, expect, it } from 'vitest';
import { newId } from '@/lib/clock';
import { addActor } from '@/tests/factories';
import { writeHistory } from '@/tests/history';
import { countEverything } from '../../commands/count-everything';
import { editSettings } from '../../commands/edit-settings';
import { sql } from '../../db/transaction';
import { addDays } from '../../rules/business-time';
import { sum, weekdayOf } from '../../rules/forecast';
import { coverageQuery } from '../../schemas/coverage';
import { getCoverage } from './get-coverage';

const office = [{ from: '09:00', to: '17:00' }];
const today = new Date().toISOString().slice(0, 10);
const yesterday = addDays(today, -1);
const dayBefore = (weeks: number) => addDays(yesterday, -7 * weeks);
/** Ten o'clock on it, among the hours of the week. */
const TEN = weekdayOf(yesterday) * 24 + 10;
const at = (day: string, time: string) => new Date(`${day}T${time}Z`);

/** Six weeks: each time yesterday's weekday at ten, ten tickets in German and two in French, held for an hour; somebody from nine to noon. */
beforeAll(async () => {
  const [admin, customer, ada] = await Promise.all([
    addActor('admin'),
    addActor('customer'),
    addActor('agent', { languages: ['de'], capacity: 2 }),
  ]);
  const days = Array.from({ length: 7 }, () => office);
  await editSettings(admin, {
    business_hours: { time_zone: 'UTC', days, holidays: [] },
    holiday_country: 'DE',
  });
  for (let week = 0; week < 6; week++) {
    for (let n = 0; n < 12; n++)
      await writeHistory({
        customer: customer.id,
        createdAt: at(dayBefore(week), `10:${10 + n}:00`),
        languages: [n < 10 ? 'de' : 'fr'],
        events: [
          { hours: 0, type: 'assignment.changed', data: { from: null, to: ada.id } },
          { hours: 0.5, type: 'message.created', actor: ada.id },
          { hours: 1, type: 'status.changed', actor: ada.id, data: { from: 'OPEN', to: 'RESOLVED' } },
        ],
      });
    for (const [time, isAvailable] of [
      ['09:00:00', true],
      ['12:00:00', false],
    ] as const)
      await sql.query(
        `INSERT INTO event (id, type, data, created_at) VALUES ($1, 'availability.changed', $2, $3)`,
        [newId(), { person_id: ada.id, is_available: isAvailable }, at(dayBefore(week), time)],
      );
  }
  await countEverything();
});

const ask = (query: Record<string, string>) => getCoverage(coverageQuery.parse({ weeks: '4', ...query }));

it('holds what comes in against who speaks it and was there, and says what it needs', async () => {
  const german = await ask({ language: 'de' });
  const hour = german.hours[TEN]!;
  expect(hour).toMatchObject({ arrivals: 10, is_open: true, wait_seconds: 1_800, answered: 40 });
  expect(hour.present).toBeCloseTo(1, 5);
  expect(german.hours[TEN + 3]!.present).toBe(0);
  expect(german.handling).toEqual({ seconds: 3_600, n: 40 });
  // ten of an hour each that come within the hour: 3.7 places on average, five so that four in five wait less than one
  expect(german.places).toBe(2);
  expect(hour.needed).toBe(3);
  expect(german.hours[TEN - 10]).toMatchObject({ arrivals: 0, needed: 0, is_open: false });
  expect(german.languages).toEqual(['de', 'fr']);

  const french = await ask({ language: 'fr' });
  expect(french.hours[TEN]).toMatchObject({ arrivals: 2, present: null, needed: null });
  expect(french).toMatchObject({ present_from: null, handling: { seconds: null, n: 8 }, forecast: null });
  expect((await ask({ language: 'none' })).tickets).toBe(0);
  expect((await ask({ kind: 'call' })).tickets).toBe(0);
});

it('forecasts the days after, knows holidays, and how far it was off', async () => {
  const { past, forecast } = await ask({});
  expect(past).toHaveLength(28);
  expect(sum(past.map(({ arrivals }) => arrivals))).toBe(48);
  const { days, error } = (await ask({ weeks: '8' })).forecast!;
  expect(days).toHaveLength(14);
  const like = days.filter(({ date, holiday }) => weekdayOf(date) === weekdayOf(yesterday) && !holiday);
  // six weeks of twelve after two of none, the recent ones counting more, and a holiday among them not at all
  const german = new Holidays('DE', { types: ['public'] });
  const weeks = [0, 1, 2, 3, 4, 5, 6, 7].filter(
    (n) => !german.isHoliday(new Date(`${dayBefore(n)}T12:00:00`)),
  );
  const counted = (some: number[]) => sum(some.map((n) => 0.8 ** n));
  const expected = (12 * counted(weeks.filter((n) => n < 6))) / counted(weeks);
  for (const { arrivals } of like) expect(arrivals).toBeCloseTo(expected, 5);
  expect(error).toEqual({ days: expect.any(Number), hours: expect.any(Number) });
  expect(forecast).toBeNull();
});
