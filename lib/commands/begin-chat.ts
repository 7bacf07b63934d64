import type { Client } from '../auth/client';
import { countRequest, networkOf } from '../auth/rate-limits';
import { topicMeant } from '../db/sql/topic';
import { inTransaction, sql, type Tx } from '../db/transaction';
import { Invalid, NotFound, Unauthenticated } from '../errors';
import type { VisitorRow } from '../presenters/visitor';
import { isAnybodyThere } from '../queries/is-anybody-there';
import { readChat, readChatMessage } from '../queries/list-chats';
import { readWebsite } from '../queries/list-websites';
import { visitOf, visitorRow } from '../queries/visitor-row';
import { firstSentence } from '../rules/first-sentence';
import type { Actor, Visit } from '../rules/permissions';
import type { BeginChatInput, BegunChatDto } from '../schemas/chat';
import type { WebsiteDto } from '../schemas/website';
import { claim } from './steps/claim-visitor';
import { insertTicket } from './steps/insert-ticket';
import { type Attempt, once } from './steps/once';
import { makeVisitorPerson } from './steps/visitor-person';

/**
 * A visitor begins a conversation: a ticket of channel CHAT, for the team of its topic or of the website, in the language
 * that he chose, or that his page speaks if somebody of the team does too. With the first one he becomes a person.
 *
 * @throws NotFound when the website was switched off; Unauthenticated `identity_required`; Invalid `email: required`;
 *   Conflict `email_confirmed`; RateLimited: 6 in 12 hours from one network, 30 of somebody whom we know.
 */
export async function beginChat(
  actor: Actor & { visitor: Visit },
  input: BeginChatInput,
  client: Client,
  attempt?: Attempt,
): Promise<BegunChatDto> {
  const row = await visitorRow(sql, actor.visitor.id);
  const website = await readWebsite(sql, row.widget_id);
  refuseWhatIsMissing(website, row, input);
  if (!(await isRepeat(actor, attempt))) await count(row, client);
  const { is_online } = await isAnybodyThere();
  await inTransaction((tx) => makeVisitorPerson(tx, actor, input.name));
  const made = await once(actor, attempt, async (tx) => {
    await claim(tx, await visitorRow(tx, row.id, true), input);
    const visitor = visitOf(await visitorRow(tx, row.id));
    const ticket = await insertTicket(tx, actor, {
      subject: firstSentence(input.body) || (await nameOfFile(tx, input.attachments)),
      body: input.body,
      priority: 1,
      channel: 'CHAT',
      topic: input.topic ?? null,
      languages: await languagesOf(tx, row, input),
      findsLanguage: false,
      customerId: actor.id,
      teamId: await teamOf(tx, website, input),
      // he sees that it came
      acknowledge: false,
      clientId: attempt?.key ?? null,
      attachments: input.attachments,
    });
    await tx.query(
      'INSERT INTO chat (ticket_id, widget_id, visitor_id, begun_by, begun_offline) VALUES ($1, $2, $3, $4, $5)',
      [ticket.row.id, website.id, row.id, visitor.visitor.begunBy, !is_online],
    );
    return { ticketId: ticket.row.id, messageId: ticket.messageId };
  });
  // its place in the queue asks for connections of its own: never while one is held
  return {
    conversation: await readChat(visitOf(await visitorRow(sql, row.id)), made.ticketId),
    message: await readChatMessage(sql, made.ticketId, made.messageId),
  };
}

function refuseWhatIsMissing(website: WebsiteDto, row: VisitorRow, { email }: BeginChatInput): void {
  if (!website.is_active) throw new NotFound();
  if (website.verified_only && row.identity_id === null)
    throw new Unauthenticated('Sign in on this website to chat.', 'identity_required');
  if (website.asks_email === 'required' && email === undefined && row.email === null)
    throw new Invalid({ email: ['required'] });
}

/** A message that was sent twice is one, and is counted once. */
async function isRepeat(actor: Actor, attempt: Attempt | undefined): Promise<boolean> {
  if (!attempt) return false;
  const { rowCount } = await sql.query('SELECT 1 FROM idempotency_key WHERE person_id = $1 AND key = $2', [
    ...[actor.id, attempt.key],
  ]);
  return rowCount !== 0;
}

const count = (row: VisitorRow, { ip }: Client): Promise<void> =>
  row.joined_at === null
    ? countRequest('chat_ip', networkOf(ip))
    : countRequest('chat_person', row.customer_id ?? row.id);

/** What he chose is asked for; what his page speaks, only where somebody can answer in it (product 2.7). */
async function languagesOf(tx: Tx, { locale }: VisitorRow, { language }: BeginChatInput): Promise<string[]> {
  if (language !== undefined) return [language];
  const { rowCount } = await tx.query(
    `SELECT 1 FROM person WHERE role <> 'customer' AND disabled_at IS NULL AND $1 = ANY(languages) LIMIT 1`,
    [locale],
  );
  return rowCount ? [locale] : [];
}

/** Null leaves it to the topic. */
async function teamOf(tx: Tx, { team }: WebsiteDto, { topic }: BeginChatInput): Promise<string | null> {
  if (topic === undefined || team === null) return team;
  const { rows } = await tx.query<{ team_id: string | null }>(topicMeant('$1'), [topic]);
  return rows[0]?.team_id ?? team;
}

async function nameOfFile(tx: Tx, ids: readonly string[] = []): Promise<string> {
  const { rows } = await tx.query<{ name: string }>('SELECT name FROM attachment WHERE id = $1', [ids[0]]);
  return firstSentence(rows[0]?.name ?? '…');
}
