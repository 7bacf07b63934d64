'use client';
import { useEffect, useState } from 'react';
import { useLabMail } from '@/components/data/use-lab-mail';
import { letIn } from './busy-doors';

const CUSTOMERS = 60;
const EACH_MS = 1_000;

export interface BusyHour {
  /** When it began, by this browser's clock; null before. */
  since: string | null;
  running: boolean;
  come: number;
  failed: number;
  of: number;
  /** False until it is known who could come. */
  ready: boolean;
  start(): void;
  stop(): void;
}

/**
 * Sixty customers in sixty seconds, each through the door of his own. This page is what plays them, one request after
 * the other: closing it ends the hour, and whoever has come is an ordinary ticket.
 */
export function useBusyHour(): BusyHour {
  const customers = useLabMail().data?.passers_by;
  const [since, setSince] = useState<string | null>(null);
  const [running, setRunning] = useState(false);
  const [come, setCome] = useState(0);
  const [failed, setFailed] = useState(0);

  useEffect(() => {
    if (!running || !customers) return;
    let n = 0;
    const timer = setInterval(() => {
      letIn(customers, n).then(
        () => setCome((sum) => sum + 1),
        () => setFailed((sum) => sum + 1),
      );
      n += 1;
      if (n === CUSTOMERS) setRunning(false);
    }, EACH_MS);
    return () => clearInterval(timer);
  }, [running, customers]);

  return {
    ...{ since, running, come, failed, of: CUSTOMERS, ready: customers !== undefined },
    start: () => {
      setSince(new Date().toISOString());
      setCome(0);
      setFailed(0);
      setRunning(true);
    },
    stop: () => setRunning(false),
  };
}
