/** A time to send at, by its name in the messages. */
export interface LaterTime {
  name: 'hour' | 'afternoon' | 'tomorrow' | 'monday';
  at: Date;
}

const HOUR = 3_600_000;
const MORNING = 9;
const AFTERNOON = 14;

/** What people mean by "later", in the zone of the clock that `now` shows; each only while it lies ahead by a while. */
export function laterTimes(now: Date): LaterTime[] {
  const day = (days: number, hour: number) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
  const times: LaterTime[] = [
    { name: 'hour', at: new Date(Math.ceil((now.getTime() + HOUR) / 300_000) * 300_000) },
    { name: 'tomorrow', at: day(1, MORNING) },
  ];
  if (now.getHours() < AFTERNOON - 2) times.splice(1, 0, { name: 'afternoon', at: day(0, AFTERNOON) });
  const toMonday = (8 - now.getDay()) % 7 || 7;
  if (toMonday > 1) times.push({ name: 'monday', at: day(toMonday, MORNING) });
  return times;
}

/** As `<input type="datetime-local">` writes it: local, to the minute. */
export function localInput(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
