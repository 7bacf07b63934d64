import { describe, expect, it } from 'vitest';
import type { EventDto } from '@/lib/schemas/event';
import type { MessageDto } from '@/lib/schemas/message';
import type { TicketDto } from '@/lib/schemas/ticket';
import type { TicketDetailDto } from '@/lib/schemas/ticket-detail';
import { applyEvent } from './apply-event';
import { applyEvents } from './apply-events';
import { mergeDetail } from './merge-detail';

const ID = '01890000-0000-7000-8000-000000000001';

function message(n: number, body = `Message ${n}`): MessageDto {
  return {
    id: `m${n}`,
    author: { id: 'p1', name: 'Ada', role: 'agent' },
    body,
    format: 'text',
    html: null,
    is_internal: false,
    cc: [],
    attachments: [],
    delivery: null,
    mail: null,
    recording: null,
    created_at: `2026-11-20T10:00:${String(n).padStart(2, '0')}.000Z`,
    client_id: null,
    origin: null,
    edited_at: null,
    removed: null,
    mentions: [],
  };
}

function ticket(facts: Partial<TicketDto> = {}): TicketDto {
  return {
    id: ID,
    number: 1042,
    subject: 'Printer',
    description: 'Message 1',
    status: 'OPEN',
    priority: 'MEDIUM',
    channel: 'WEB',
    topic: null,
    languages: [],
    customer: { id: 'c1', name: 'Carla' },
    assigned_agent: null,
    team: null,
    routing: { text: null, code: null, params: {} },
    waiting_since: null,
    version: 1,
    last_seq: 1,
    created_at: '2026-11-20T10:00:00.000Z',
    updated_at: '2026-11-20T10:00:00.000Z',
    assigned_agent_name: null,
    team_name: null,
    rating: null,
    preview: null,
    follow_up_of: null,
    merged_into: null,
    is_spam: false,
    is_deleted: false,
    ...facts,
  };
}

/** The ticket as a fetch would show it after event `seq` of the story below. */
function fetched(seq: number): TicketDetailDto {
  const messages = [message(1)];
  if (seq >= 2) messages.push(message(2));
  if (seq >= 4) messages.push(message(4));
  if (seq >= 5) messages[1] = message(2, 'Message 2, delivered');
  return { ...ticket(state(seq)), messages, messages_next: null, held: [], read_up_to: null };
}
const state = (seq: number): Partial<TicketDto> => ({
  status: seq >= 3 ? 'IN_PROGRESS' : 'OPEN',
  version: seq,
  last_seq: seq,
});
const event = (seq: number, data: EventDto['data']): EventDto => ({
  ticket_id: ID,
  seq,
  type: 'message.created',
  actor: null,
  created_at: '2026-11-20T10:00:00.000Z',
  data: { ...data, ticket: ticket(state(seq)) },
});
const story: EventDto[] = [
  event(2, { message: message(2) }),
  event(3, { from: 'OPEN', to: 'IN_PROGRESS' }),
  event(4, { message: message(4) }),
  event(5, { message: message(2, 'Message 2, delivered') }),
];

describe('applyEvent', () => {
  it('applies the next number', () => {
    const applied = applyEvent(fetched(1), story[0]!);
    expect(applied).toEqual({ kind: 'applied', detail: fetched(2) });
  });

  it('ignores a number it has', () => {
    expect(applyEvent(fetched(3), story[0]!)).toEqual({ kind: 'duplicate' });
  });

  it('asks for what is missing when a number is skipped', () => {
    expect(applyEvent(fetched(1), story[1]!)).toEqual({ kind: 'gap', since: 1 });
  });

  it('ignores events of another ticket', () => {
    expect(applyEvent(fetched(1), { ...story[0]!, ticket_id: 'other' })).toEqual({ kind: 'duplicate' });
  });

  it('counts by the event when one commit recorded several', () => {
    const early = { ...story[0]!, data: { ...story[0]!.data, ticket: ticket(state(3)) } };
    const first = applyEvent(fetched(1), early);
    expect(first.kind === 'applied' && first.detail.last_seq).toBe(2);
    expect(first.kind === 'applied' && applyEvent(first.detail, story[1]!).kind).toBe('applied');
  });

  it('leaves out news of a message older than the loaded window', () => {
    const window = { ...fetched(4), messages: [message(4)], messages_next: 'older' };
    const applied = applyEvent(window, story[3]!);
    expect(applied.kind === 'applied' && applied.detail.messages).toEqual([message(4)]);
  });

  it('keeps what waits to leave until it is a message, is stopped or taken back', () => {
    const { delivery: _none, ...rest } = message(2);
    const held = {
      ...{ ...rest, status: null, send_at: '2026-11-20T10:01:00.000Z', send_if: 'unseen' as const },
      ...{ state: 'held' as const, stop_reason: null },
    };
    const waits = applyEvent(fetched(1), event(2, { held_id: held.id, held }));
    if (waits.kind !== 'applied') throw new Error(waits.kind);
    expect(waits.detail.held).toEqual([held]);
    const heldWith = (data: EventDto['data']) => {
      const next = applyEvent(waits.detail, event(3, data));
      return next.kind === 'applied' ? next.detail.held : null;
    };
    const stopped = { ...held, state: 'stopped' as const, stop_reason: 'newer_messages' as const };
    expect(heldWith({ held_id: held.id, held: stopped })).toEqual([stopped]);
    expect(heldWith({ held_id: held.id })).toEqual([]);
    expect(heldWith({ message: message(2) })).toEqual([]);
    expect(heldWith({ message: message(4) })).toEqual([held]);
  });

  it('does not change what it was given', () => {
    const before = fetched(1);
    applyEvent(before, story[0]!);
    expect(before).toEqual(fetched(1));
  });
});

describe('applyEvents', () => {
  it('keeps the order and stops at a hole', () => {
    const { detail, gap } = applyEvents(fetched(1), [story[0]!, story[2]!, story[3]!]);
    expect(gap).toBe(true);
    expect(detail).toEqual(fetched(2));
  });

  it('converges to a fresh fetch from every start, through duplicates and a replay', () => {
    for (let since = 1; since <= 5; since++) {
      const noisy = [story[0]!, story[0]!, story[1]!, ...story, story[1]!];
      expect(applyEvents(fetched(since), noisy)).toEqual({ detail: fetched(5), gap: false });
    }
  });

  it('heals any arrival order by asking again since the last number', () => {
    const orders = [
      [3, 0, 1, 2],
      [1, 0, 3, 2],
      [2, 3, 1, 0],
    ];
    for (const order of orders) {
      let detail = fetched(1);
      for (const at of order) {
        const step = applyEvent(detail, story[at]!);
        if (step.kind === 'applied') detail = step.detail;
        if (step.kind === 'gap') detail = applyEvents(detail, story.slice(step.since - 1)).detail;
      }
      expect(detail).toEqual(fetched(5));
    }
  });
});

describe('mergeDetail', () => {
  it('drops a fetch that events have overtaken', () => {
    expect(mergeDetail(fetched(4), fetched(2))).toEqual(fetched(4));
  });

  it('keeps older messages that were loaded on demand', () => {
    const shown = { ...fetched(2), messages_next: 'older' };
    const window = { ...fetched(4), messages: [message(2), message(4)], messages_next: 'window' };
    expect(mergeDetail(shown, window)).toEqual({ ...fetched(4), messages_next: 'older' });
  });

  it('takes the fetch alone when the two do not touch', () => {
    const far = { ...fetched(5), messages: [message(8), message(9)], messages_next: 'window' };
    expect(mergeDetail(fetched(2), far)).toEqual(far);
  });
});
