import { randomBytes } from 'node:crypto';
import { newId } from '../../clock';
import { sql } from '../../db/transaction';

/** A leg as the simulated network keeps it. */
export interface LabCall {
  sid: string;
  parent_sid: string | null;
  account_sid: string;
  line_number: string;
  from_number: string;
  to_number: string;
  direction: 'inbound' | 'outbound-api' | 'outbound-dial';
  status: string;
  status_url: string | null;
  status_events: string[];
  url: string | null;
  waits_in: 'gather' | 'queue' | 'dial' | 'record' | null;
  attributes: Record<string, string>;
  rest: string;
  due_at: Date | null;
  created_at: Date;
  answered_at: Date | null;
  ended_at: Date | null;
}

export const newSid = (kind: 'CA' | 'RE' | 'TR'): string => `${kind}${randomBytes(16).toString('hex')}`;

export async function readLeg(sid: string): Promise<LabCall | null> {
  const { rows } = await sql.query<LabCall>('SELECT * FROM lab_call WHERE sid = $1', [sid]);
  return rows[0] ?? null;
}

type NewLeg = Pick<
  LabCall,
  'account_sid' | 'line_number' | 'from_number' | 'to_number' | 'direction' | 'status'
> &
  Partial<Pick<LabCall, 'parent_sid' | 'status_url' | 'status_events' | 'url'>> & { rings?: number };

/** @param leg `rings`: seconds after which nobody answers. */
export async function insertLeg(leg: NewLeg): Promise<LabCall> {
  const { rows } = await sql.query<LabCall>(
    `INSERT INTO lab_call (sid, parent_sid, account_sid, line_number, from_number, to_number, direction, status,
       status_url, status_events, url, due_at, answered_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, now() + make_interval(secs => $12),
       CASE WHEN $8 = 'in-progress' THEN now() END) RETURNING *`,
    [
      ...[
        newSid('CA'),
        leg.parent_sid ?? null,
        leg.account_sid,
        leg.line_number,
        leg.from_number,
        leg.to_number,
      ],
      ...[
        leg.direction,
        leg.status,
        leg.status_url ?? null,
        leg.status_events ?? ['completed'],
        leg.url ?? null,
      ],
      leg.rings ?? null,
    ],
  );
  return rows[0]!;
}

/** Something is heard, or happens, on a leg. */
export async function hear(
  sid: string,
  kind: 'say' | 'play' | 'said' | 'digits' | 'note',
  text: string,
  language: string | null = null,
): Promise<void> {
  await sql.query(
    `INSERT INTO lab_call_word (id, sid, kind, text, language, at) VALUES ($1, $2, $3, $4, $5, clock_timestamp())`,
    [newId(), sid, kind, text.slice(0, 2_000), language],
  );
}
