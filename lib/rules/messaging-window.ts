/**
 * How long somebody may be answered on Messenger after he last wrote (product F10): 24 hours, and seven days for people
 * (not machines) of a page to which the vendor gave the Human Agent permission. He opens it anew with every message.
 * Source: Messenger Platform, "Standard messaging window" and the tag HUMAN_AGENT.
 */
const HOUR = 3_600_000;
const STANDARD_MS = 24 * HOUR;
const HUMAN_AGENT_MS = 7 * 24 * HOUR;

export interface WindowFacts {
  /** When he last wrote, pressed a button or reacted; null when he never did. */
  lastUserMessageAt: Date | null;
  /** The page has the Human Agent permission. */
  humanAgent: boolean;
  /** When the vendor last refused a message as too late. */
  refusedAt: Date | null;
}

/** `human_agent`: open for people alone, and the vendor is told so. `endsAt` is null where nothing is open. */
export interface MessagingWindow {
  state: 'open' | 'human_agent' | 'closed';
  endsAt: Date | null;
}

const CLOSED: MessagingWindow = { state: 'closed', endsAt: null };

/** @param at the moment at which something is to be sent. */
export function messagingWindow(
  { lastUserMessageAt, humanAgent, refusedAt }: WindowFacts,
  at: Date,
): MessagingWindow {
  if (lastUserMessageAt === null) return CLOSED;
  // the vendor's clock counts, not ours
  if (refusedAt !== null && refusedAt >= lastUserMessageAt) return CLOSED;
  const past = at.getTime() - lastUserMessageAt.getTime();
  const ends = (ms: number) => new Date(lastUserMessageAt.getTime() + ms);
  if (past < STANDARD_MS) return { state: 'open', endsAt: ends(STANDARD_MS) };
  if (humanAgent && past < HUMAN_AGENT_MS) return { state: 'human_agent', endsAt: ends(HUMAN_AGENT_MS) };
  return CLOSED;
}
