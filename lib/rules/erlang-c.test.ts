import { describe, expect, it } from 'vitest';
import { blocking, loadsOf, serversFor, waiting } from './erlang-c';

describe('Erlang B', () => {
  // the usual tables of teletraffic: the load at which one call in a hundred is lost
  it.each([
    [1, 0.0101],
    [5, 1.361],
    [10, 4.461],
    [20, 12.031],
    [50, 37.901],
    [100, 84.064],
  ])('%i servers lose one in a hundred of %s erlangs', (servers, load) => {
    expect(blocking(servers, load)).toBeCloseTo(0.01, 4);
  });

  it('stays a number for any load', () => {
    // B(n, n) tends to the square root of 2 / πn
    for (const n of [1_000, 100_000]) expect(blocking(n, n) / Math.sqrt(2 / (Math.PI * n))).toBeCloseTo(1, 1);
    expect(blocking(5_000, 1)).toBe(0);
    expect(blocking(10, 1e9)).toBeCloseTo(1, 6);
  });
});

describe('Erlang C', () => {
  it('one server: as M/M/1, its load is the share that waits', () => {
    for (const load of [0.1, 0.5, 0.99]) expect(waiting(1, load)).toBeCloseTo(load, 10);
  });

  // two servers, by hand: C = a² / (2 + a)
  it.each([0.5, 1, 1.8])('two servers, %s erlangs', (load) => {
    expect(waiting(2, load)).toBeCloseTo(load ** 2 / (2 + load), 10);
  });

  // the worked example of most manuals: 100 calls in half an hour of 3 minutes each, 80 % within 20 s
  it('100 calls in half an hour of three minutes each need 14 people', () => {
    expect(waiting(14, 10)).toBeCloseTo(0.174, 3);
    const { servers, share, wait, occupancy } = serversFor(
      { load: 10, handling: 180 },
      { share: 0.8, seconds: 20 },
    );
    expect(servers).toBe(14);
    expect(share).toBeCloseTo(0.888, 3);
    expect(wait).toBeCloseTo(7.8, 1);
    expect(occupancy).toBeCloseTo(0.714, 3);
  });

  it('no load needs nobody, too much of it makes all wait, a large one is planned with little to spare', () => {
    expect(serversFor({ load: 0, handling: 60 }, { share: 0.8, seconds: 20 }).servers).toBe(0);
    expect(waiting(10, 10)).toBe(1);
    const { servers } = serversFor({ load: 10_000, handling: 180 }, { share: 0.8, seconds: 20 });
    expect(servers).toBeGreaterThan(10_000);
    expect(servers).toBeLessThan(10_200);
  });
});

describe('the load of a week', () => {
  const week = (arrivals: (hour: number) => number, isOpen: (hour: number) => boolean = () => true) =>
    Array.from({ length: 168 }, (_, hour) => ({ arrivals: arrivals(hour), isOpen: isOpen(hour) }));

  it('is arrivals × handling time where that is short, and where arrivals are even', () => {
    const short = loadsOf(
      week((hour) => (hour === 10 ? 60 : 0)),
      60,
    );
    expect(short[10]).toBeCloseTo(1, 1);
    expect(short[12]).toBeCloseTo(0, 6);
    for (const load of loadsOf(
      week(() => 2),
      7_200,
    ))
      expect(load).toBeCloseTo(4, 3);
  });

  it('what takes long is still there in the hours after it came', () => {
    const loads = loadsOf(
      week((hour) => (hour === 10 ? 8 : 0)),
      4 * 3_600,
    );
    expect(loads[11]).toBeGreaterThan(loads[14]!);
    expect(loads[14]).toBeGreaterThan(1);
  });

  it('what comes while it is closed is there when it opens, and nothing is worked on until then', () => {
    const loads = loadsOf(
      week(
        (hour) => (hour === 3 ? 5 : 0),
        (hour) => hour >= 9 && hour < 17,
      ),
      3_600,
    );
    expect(loads[3]).toBe(0);
    expect(loads[9]).toBeGreaterThan(3);
    expect(loads[16]).toBeLessThan(0.01);
    expect(
      loadsOf(
        week(() => 1),
        0,
      ),
    ).toEqual(week(() => 0).map(() => 0));
  });
});
