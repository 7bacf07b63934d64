'use client';
import { useEffect, useState } from 'react';
import { useLabMail } from '@/components/data/use-lab-mail';
import { useLabPhones } from '@/components/data/use-lab-messenger';
import { useLabSite } from '@/components/data/use-lab-site';
import { letIn, type Reached } from './busy-doors';

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
  const website = useLabSite().data;
  const phones = useLabPhones().data?.people;
  const [since, setSince] = useState<string | null>(null);
  /** How the house was reached as it began: what is asked again meanwhile does not begin it anew. */
  const [house, setHouse] = useState<Reached | null>(null);
  const [come, setCome] = useState(0);
  const [failed, setFailed] = useState(0);

  useEffect(() => {
    if (!house || !customers) return;
    let n = 0;
    const timer = setInterval(() => {
      letIn(customers, house, n).then(
        () => setCome((sum) => sum + 1),
        () => setFailed((sum) => sum + 1),
      );
      n += 1;
      if (n === CUSTOMERS) setHouse(null);
    }, EACH_MS);
    return () => clearInterval(timer);
  }, [house, customers]);

  return {
    ...{ since, running: house !== null, come, failed, of: CUSTOMERS },
    ready: Boolean(customers && website && phones),
    start: () => {
      if (!website || !phones) return;
      setSince(new Date().toISOString());
      setCome(0);
      setFailed(0);
      setHouse({ website, phones });
    },
    stop: () => setHouse(null),
  };
}
