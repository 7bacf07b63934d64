'use client';
import { useEffect, useState } from 'react';

const textOf = (since: number): string => {
  const seconds = Math.max(0, Math.floor((Date.now() - since) / 1_000));
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
};

/** How long it is since then, as a clock that runs: 1:05, 1:02:09. */
export function useWaited(since: string): string {
  const at = Date.parse(since);
  const [text, setText] = useState(() => textOf(at));
  useEffect(() => {
    const timer = setInterval(() => setText(textOf(at)), 500);
    return () => clearInterval(timer);
  }, [at]);
  return text;
}
