'use client';
import { useEffect, useState } from 'react';

const left = (until: number) => Math.max(0, Math.ceil((until - Date.now()) / 1_000));

/** Whole seconds until a time of this machine's clock; 0 from then on. */
export function useSecondsLeft(until: number): number {
  const [seconds, setSeconds] = useState(() => left(until));
  useEffect(() => {
    const tick = () => setSeconds(left(until));
    tick();
    const timer = setInterval(tick, 250);
    const end = setTimeout(() => clearInterval(timer), Math.max(0, until - Date.now()) + 500);
    return () => {
      clearInterval(timer);
      clearTimeout(end);
    };
  }, [until]);
  return seconds;
}
