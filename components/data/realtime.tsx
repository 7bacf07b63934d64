'use client';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { BellSignals } from './bell-signals';
import { ConnectionStore } from './connection';
import { DraftSignals } from './draft-signals';
import { LiveContext } from './live-context';
import { openSocket } from './open-socket';
import { QueueSignals } from './queue-signals';
import { TicketChannels } from './ticket-channels';
import { TicketMarks } from './ticket-marks';

/**
 * Owns the tab's one live connection. Mount it once around everything a signed-in person sees. `path` is
 * `REALTIME_PATH`, handed down by a server layout so that the protocol's schemas stay out of the browser.
 */
export function RealtimeProvider({
  path,
  meId,
  children,
}: {
  path: string;
  meId: string;
  children: ReactNode;
}) {
  const client = useQueryClient();
  const [live] = useState(() => {
    const marks = new TicketMarks(meId);
    return {
      connection: new ConnectionStore(),
      channels: new TicketChannels(client, marks),
      marks,
      drafts: new DraftSignals(),
      bell: new BellSignals(),
      queue: new QueueSignals(),
    };
  });
  useEffect(() => {
    const closing = new AbortController();
    openSocket(path, client, live, closing.signal).catch(() => live.connection.lost());
    return () => closing.abort();
  }, [path, client, live]);
  return <LiveContext value={live}>{children}</LiveContext>;
}
