'use client';
import { useEffect, useRef } from 'react';
import { playSound } from '../notices/sounds';
import { tryToLead } from '../notices/tab-locks';
import { useStored } from '../use-stored';

const AGAIN_MS = 2_600;

/** Whether this browser makes a sound when it rings. */
export const useRingSound = () => useStored<'on' | 'off'>('ring-sound', 'on');

/** Rings while `on`, in one window for all; a person who looks at the page has to hear it as well. */
export function useRingTone(on: boolean): void {
  const [sound] = useRingSound();
  const lead = useRef<{ isLeader: () => boolean }>({ isLeader: () => false });
  useEffect(() => {
    const closing = new AbortController();
    lead.current = tryToLead(closing.signal, 'switchboard-ringing');
    return () => closing.abort();
  }, []);
  useEffect(() => {
    if (!on || sound === 'off') return;
    // a page that was never clicked may make no noise; the card is there
    const play = () => {
      if (lead.current.isLeader()) void playSound('ring').catch(() => {});
    };
    play();
    const timer = setInterval(play, AGAIN_MS);
    return () => clearInterval(timer);
  }, [on, sound]);
}
