import type { CallState } from '../../rules/call-states';

/** A row of `call`, as PostgreSQL gives it. */
export interface CallRow {
  id: string;
  line_id: string;
  ticket_id: string | null;
  direction: 'in' | 'out';
  state: CallState;
  customer_number: string | null;
  language: string | null;
  provider_ref: string | null;
  agent_id: string | null;
  offer_id: string | null;
  started_at: Date;
  answered_at: Date | null;
  held_at: Date | null;
  ended_at: Date | null;
}

/** What was recorded of a call, as it stands in `recording`. */
export interface RecordingRow {
  id: string;
  call_id: string;
  kind: 'voicemail' | 'talk';
  ref: string;
  person_id: string | null;
  seconds: number;
  transcript: string | null;
  message_id: string | null;
}

export interface LegRow {
  id: string;
  call_id: string;
  party: 'customer' | 'agent';
  person_id: string | null;
  ref: string | null;
  state: 'dialing' | 'ringing' | 'answered' | 'ended';
  announces: boolean;
}

const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A call `c` as `callDto` has it, as one JSON object. */
export const CALL_JSON = `json_build_object('id', c.id, 'direction', c.direction, 'state', c.state,
  'number', c.customer_number,
  'line', (SELECT json_build_object('id', l.id, 'name', l.name) FROM phone_line l WHERE l.id = c.line_id),
  'agent', (SELECT json_build_object('id', p.id, 'name', p.name) FROM person p WHERE p.id = c.agent_id),
  'started_at', ${iso('c.started_at')}, 'answered_at', ${iso('c.answered_at')}, 'held_at', ${iso('c.held_at')},
  'ended_at', ${iso('c.ended_at')})`;
