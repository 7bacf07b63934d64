'use client';
import { createContext } from 'react';
import type { ConnectionStore } from './connection';
import type { DraftSignals } from './draft-signals';
import type { TicketChannels } from './ticket-channels';

export interface Live {
  connection: ConnectionStore;
  channels: TicketChannels;
  drafts: DraftSignals;
}

export const LiveContext = createContext<Live | null>(null);
