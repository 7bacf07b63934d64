'use client';
import { createContext } from 'react';
import type { BellSignals } from './bell-signals';
import type { ConnectionStore } from './connection';
import type { DraftSignals } from './draft-signals';
import type { QueueSignals } from './queue-signals';
import type { TicketChannels } from './ticket-channels';
import type { TicketMarks } from './ticket-marks';

export interface Live {
  connection: ConnectionStore;
  channels: TicketChannels;
  marks: TicketMarks;
  drafts: DraftSignals;
  bell: BellSignals;
  queue: QueueSignals;
}

export const LiveContext = createContext<Live | null>(null);
