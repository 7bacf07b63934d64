import { LANE } from '../../db/sql/answers';
import { sql } from '../../db/transaction';
import { publicHolidays } from '../../holidays';
import { addDays, type BusinessCalendar, type BusinessHours, type Stretch } from '../../rules/business-time';
import {
  HOURS_OF_WEEK,
  openByHour,
  peopleNeeded,
  presentByHour,
  USUAL_SECONDS,
  USUAL_SHARE,
  type Work,
} from '../../rules/coverage';
import type { Target } from '../../rules/erlang-c';
import { backtest, type DayCount, expectedOn, isEnough, sum, weekdayOf } from '../../rules/forecast';
import type { Lane } from '../../rules/queue-order';
import type { CoverageDto, CoverageQuery } from '../../schemas/coverage';
import { getSettings } from '../get-settings';
import { availabilityChanges, type Spell, spellsOf } from './availability-changes';
import { reportCalendar } from './report-calendar';

type Question = Pick<CoverageQuery, 'kind' | 'language'>;
/** Days, both included. */
interface Days {
  from: string;
  to: string;
}
const AHEAD_DAYS = 14;

/**
 * What comes in by hour of the week against who is there for it, and what the next two weeks may bring and need. The
 * tickets of some weeks are read once, through the index of their days.
 */
export async function getCoverage({ weeks, ...query }: CoverageQuery): Promise<CoverageDto> {
  const { kind } = query;
  const { business_hours: hours, holiday_country } = await getSettings();
  const { calendar } = await reportCalendar(sql);
  const today = calendar.dayOf(Date.now());
  const range = { from: addDays(today, -7 * weeks), to: addDays(today, -1) };
  const [arrived, languages, handling, people, holidays] = await Promise.all([
    arrivalsOf(query, range, hours.time_zone),
    languagesOf(range),
    handlingOf(query, range, calendar),
    peopleOf(query, { from: calendar.startOf(range.from), to: calendar.startOf(today) }, calendar),
    holidaysAround(today, hours, holiday_country),
  ]);
  const target: Target = {
    share: query.share === undefined ? USUAL_SHARE : query.share / 100,
    seconds: query.seconds ?? USUAL_SECONDS[kind],
  };
  const work: Work = { handling: handling.seconds, places: people.places };
  const open = openByHour(hours);
  const past = daysOf(range, arrived, holidays);
  const mean = open.map((isOpen, cell) => ({ isOpen, arrivals: meanOf(past, cell) }));
  const needed = peopleNeeded(mean, work, target);
  return {
    ...range,
    time_zone: hours.time_zone,
    ...{ languages, target, handling, places: people.places },
    tickets: sum(past.flatMap((day) => day.hours)),
    present_from: people.from,
    hours: mean.map(({ isOpen, arrivals }, cell) => ({
      ...{ arrivals, present: people.present[cell]!, needed: needed[cell]!, is_open: isOpen },
      wait_seconds: arrived.waits.get(cell)?.wait ?? null,
      answered: arrived.waits.get(cell)?.answered ?? 0,
    })),
    past: past.map((day) => ({ date: day.date, arrivals: sum(day.hours) })),
    forecast: isEnough(past) ? forecastOf({ today, past, holidays, hours, open, work, target }) : null,
  };
}

interface Arrived {
  /** By day and hour. */
  days: Map<string, number>;
  /** By hour of the week: how long first answers to what came in it took. */
  waits: Map<number, { wait: number | null; answered: number }>;
}

async function arrivalsOf({ kind, language }: Question, { from, to }: Days, zone: string): Promise<Arrived> {
  const { rows } = await sql.query<{
    day: string | null;
    weekday: number;
    hour: number;
    n: number;
    answered: number;
    wait: number | null;
  }>(
    `SELECT created_day::text AS day, weekday, hour, count(*)::int AS n, count(reply_seconds)::int AS answered,
       percentile_disc(0.5) WITHIN GROUP (ORDER BY reply_seconds) AS wait
     FROM (SELECT created_day, reply_seconds, extract(isodow FROM created_day)::int - 1 AS weekday,
             extract(hour FROM created_at AT TIME ZONE $5)::int AS hour
           FROM ticket_fact WHERE created_day BETWEEN $1 AND $2 AND ${LANE} = $3 AND ${SPEAKS('$4')}) f
     GROUP BY GROUPING SETS ((created_day, hour), (weekday, hour))`,
    [from, to, kind, language ?? null, zone],
  );
  const ofDays = rows.filter(({ day }) => day !== null);
  const ofWeek = rows.filter(({ day }) => day === null);
  return {
    days: new Map(ofDays.map(({ day, hour, n }) => [`${day} ${hour}`, n])),
    waits: new Map(
      ofWeek.map(({ weekday, hour, wait, answered }) => [weekday * 24 + hour, { wait, answered }]),
    ),
  };
}

/** Facts of a language, of none, or (null) of all. */
const SPEAKS = (value: string) =>
  `(${value}::text IS NULL OR CASE ${value} WHEN 'none' THEN languages = '{}' ELSE languages @> ARRAY[${value}] END)`;

async function languagesOf({ from, to }: Days): Promise<string[]> {
  const { rows } = await sql.query<{ language: string }>(
    `SELECT DISTINCT unnest(languages) AS language FROM ticket_fact WHERE created_day BETWEEN $1 AND $2 ORDER BY 1`,
    [from, to],
  );
  return rows.map(({ language }) => language);
}

const FEWEST_TAKEN = 20;
const MOST_TAKEN = 2_000;

/** How long a ticket takes a place: the time it was held, calls by the clock, all else while the house is open. */
async function handlingOf(
  { kind, language }: Question,
  { from }: Days,
  calendar: BusinessCalendar,
): Promise<CoverageDto['handling']> {
  const { rows } = await sql.query<{ ticket_id: string; held_from: Date; held_to: Date }>(
    `SELECT h.ticket_id, h.held_from, h.held_to FROM ticket_hold h JOIN ticket_fact f USING (ticket_id)
     WHERE h.held_from >= $1::date AND h.held_to IS NOT NULL AND ${LANE} = $2 AND ${SPEAKS('$3')}
     ORDER BY h.held_from DESC LIMIT ${MOST_TAKEN}`,
    [from, kind, language ?? null],
  );
  const byClock = kind === 'call' || !calendar.everOpens;
  const held = rows.map(({ held_from, held_to }) =>
    byClock
      ? held_to.getTime() - held_from.getTime()
      : calendar.between(held_from.getTime(), held_to.getTime()),
  );
  const n = new Set(rows.map(({ ticket_id }) => ticket_id)).size;
  return { n, seconds: n < FEWEST_TAKEN ? null : Math.max(1, Math.round(sum(held) / 1_000 / n)) };
}

interface Worker extends Spell {
  capacity: number;
}

/** Who speaks it, when they were there, and how many tickets one of them has in work; a call is one at a time. */
async function peopleOf({ kind, language }: Question, range: Stretch, { timeZone, dayOf }: BusinessCalendar) {
  const { rows } = await sql.query<Worker>(
    `SELECT id, is_available, availability_changed_at, capacity FROM person
     WHERE role <> 'customer' AND disabled_at IS NULL AND (role = 'agent' OR is_available)
       AND ($1::text IS NULL OR languages @> ARRAY[$1])`,
    [language === 'none' ? null : (language ?? null)],
  );
  const changes = await availabilityChanges(range.to);
  const spells = rows.map((person) => spellsOf(person, changes));
  const first = Math.min(
    ...spells.flatMap((spell) => spell.find(({ isAvailable }) => isAvailable)?.at ?? []),
  );
  const isKnown = first < range.to;
  const known = { from: Math.max(range.from, first), to: range.to };
  return {
    present: isKnown
      ? presentByHour(spells, known, timeZone)
      : Array.from({ length: HOURS_OF_WEEK }, () => null),
    from: isKnown ? dayOf(known.from) : null,
    places: placesOf(kind, rows),
  };
}

const placesOf = (kind: Lane, people: readonly Worker[]): number =>
  kind === 'call' || people.length === 0
    ? 1
    : Math.max(1, sum(people.map(({ capacity }) => capacity)) / people.length);

/** Holidays of the hours, and of the country: last year's and this one's too, as what comes is measured by what was. */
async function holidaysAround(today: string, { holidays }: BusinessHours, country: string | null) {
  const year = Number(today.slice(0, 4));
  const known = country ? await publicHolidays(country, [year - 1, year, year + 1]) : [];
  return new Map([...known, ...holidays.map(({ date, name }) => [date, name] as const)]);
}

/** Day by day, with zeros where nothing came. */
function daysOf({ from, to }: Days, { days }: Arrived, holidays: ReadonlyMap<string, string>): DayCount[] {
  const all: DayCount[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const hours = Array.from({ length: 24 }, (_, hour) => days.get(`${date} ${hour}`) ?? 0);
    all.push({ date, isHoliday: holidays.has(date), hours });
  }
  return all;
}

function meanOf(past: readonly DayCount[], cell: number): number {
  const like = past.filter(({ date }) => weekdayOf(date) === Math.floor(cell / 24));
  return sum(like.map(({ hours }) => hours[cell % 24]!)) / Math.max(1, like.length);
}

interface Basis {
  today: string;
  past: readonly DayCount[];
  holidays: ReadonlyMap<string, string>;
  hours: BusinessHours;
  open: readonly boolean[];
  work: Work;
  target: Target;
}

function forecastOf({ today, past, holidays, hours, open, work, target }: Basis): CoverageDto['forecast'] {
  const closed = new Set(hours.holidays.map(({ date }) => date));
  const dates = Array.from({ length: AHEAD_DAYS }, (_, n) => addDays(today, n));
  const expected = dates.map(
    (date) => expectedOn(date, holidays.has(date), past) ?? new Array<number>(24).fill(0),
  );
  const needed = peopleNeeded(
    dates.flatMap((date, day) =>
      expected[day]!.map((arrivals, hour) => ({
        arrivals,
        isOpen: open[weekdayOf(date) * 24 + hour]! && !closed.has(date),
      })),
    ),
    work,
    target,
  );
  const error = backtest(past);
  return {
    days: dates.map((date, day) => {
      const people = needed.slice(day * 24, day * 24 + 24);
      const most = people.every((n) => n !== null) ? Math.max(...people) : null;
      return {
        date,
        holiday: holidays.get(date) ?? null,
        arrivals: sum(expected[day]!),
        most_needed: most === null ? null : { people: most, hour: people.indexOf(most) },
        needed_hours: most === null ? null : sum(people.map((n) => n ?? 0)),
      };
    }),
    error: error && { days: error.days, hours: error.hours },
  };
}
