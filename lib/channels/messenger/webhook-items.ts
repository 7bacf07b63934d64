import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { MessengerEventKind } from '../../rules/messenger-states';

/** One thing that happened, as the vendor told it: not looked into any further than it must be to be kept. */
export interface WebhookItem {
  /** The vendor's number of the page. */
  pageId: string;
  /** The same for every delivery of the same. */
  key: string;
  kind: MessengerEventKind;
  psid: string | null;
  /** Its JSON. */
  raw: string;
  happenedAt: Date;
}

const party = z.object({ id: z.coerce.string() });
const item = z.looseObject({
  sender: party.optional().catch(undefined),
  recipient: party.optional().catch(undefined),
  timestamp: z.number().optional().catch(undefined),
});
const webhook = z.object({
  object: z.literal('page'),
  entry: z.array(
    z.object({
      id: z.coerce.string(),
      time: z.number().optional().catch(undefined),
      messaging: z.array(item).catch([]).default([]),
    }),
  ),
});

/** Everything that a webhook tells, in its order; null when it is none of a page's. What another app has is not ours. */
export function webhookItems(body: unknown): WebhookItem[] | null {
  const parsed = webhook.safeParse(body);
  if (!parsed.success) return null;
  return parsed.data.entry.flatMap(({ id, time, messaging }) =>
    messaging.map((told): WebhookItem => {
      const kind = kindOf(told);
      const raw = JSON.stringify(told);
      // who writes to himself is the page: of an echo it is the recipient whom we know
      const psid = kind === 'echo' ? told.recipient?.id : told.sender?.id;
      return {
        ...{ pageId: short(id), kind, raw, key: keyOf(kind, told, raw) },
        psid: psid === undefined ? null : short(psid),
        happenedAt: timeOf(told.timestamp ?? time),
      };
    }),
  );
}

const short = (text: string): string => text.replaceAll('\0', '').slice(0, 100);

function kindOf(told: Record<string, unknown>): MessengerEventKind {
  const { message } = told;
  if (typeof message === 'object' && message !== null)
    return (message as { is_echo?: unknown }).is_echo === true ? 'echo' : 'message';
  for (const [field, kind] of Object.entries(KINDS)) if (field in told) return kind;
  return 'other';
}
const KINDS: Record<string, MessengerEventKind> = {
  postback: 'postback',
  reaction: 'reaction',
  message_edit: 'edit',
  delivery: 'delivery',
  read: 'read',
};

/** Messages have a name of their own; the rest is the same when it says the same. */
function keyOf(kind: MessengerEventKind, { message }: Record<string, unknown>, raw: string): string {
  const mid = (message as { mid?: unknown } | undefined)?.mid;
  const isUnsent = (message as { is_deleted?: unknown } | undefined)?.is_deleted === true;
  if (typeof mid === 'string' && mid !== '' && mid.length <= 300 && !isUnsent)
    return mid.replaceAll('\0', '');
  return `${kind}:${createHash('sha256').update(raw).digest('hex')}`;
}

/** By the vendor's clock, which is not believed when it is ahead of ours. */
function timeOf(ms: number | undefined): Date {
  const now = Date.now();
  return new Date(ms !== undefined && ms > 0 ? Math.min(Math.floor(ms), now) : now);
}
