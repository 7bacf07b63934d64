import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { type Identity, readActor } from '../../auth/read-actor';
import { postMessage } from '../../commands/post-message';
import { sql } from '../../db/transaction';
import { Forbidden, RateLimited, Unauthenticated } from '../../errors';
import { accessTicket } from '../../queries/access-ticket';
import { firstGiven } from '../../queries/first-given';
import { getTicket } from '../../queries/get-ticket';
import { type Actor, isStaff } from '../../rules/permissions';
import type { MessageDto } from '../../schemas/message';
import { plainHello, plainMessage } from '../../schemas/plain-socket';
import { limitRequests } from '../limit-requests';
import { toProblem } from '../problem';
import { parseJson } from '../read-body';
import { routeNow } from '../route-now';
import { hearTicket } from './hear-ticket';

const HELLO_MS = 5_000;
const MESSAGES_PER_SECOND = 20;
/** Said and not yet done with: beyond this somebody sends without waiting for anything. */
const WAITING_AT_MOST = 100;
/** Beyond this a slow reader is cut off; the history is there when he comes back. */
const UNSENT_BYTES = 4 * 1024 * 1024;

export interface PlainLine {
  /** The conversation, as the address names it. */
  ref: string;
  /** The header of the handshake; without it the first message has the token. */
  authorization: string | undefined;
  ip: string;
  /** Where this process's own /realtime is. */
  realtime: string;
}

/**
 * One of S1's plain sockets: a translator between JSON messages and the ordinary commands. What is said is done one
 * after the other; a refusal has the one shape of errors, and before the conversation is open it also ends the line.
 */
export class PlainSocket {
  private token: string | null = null;
  private stopHearing = () => {};
  private work = Promise.resolve();
  private waiting = 0;
  private readonly sent = new Set<string>();
  private readonly isTooFast = paceOf(MESSAGES_PER_SECOND);

  constructor(
    private readonly ws: WebSocket,
    private readonly line: PlainLine,
  ) {
    const late = setTimeout(() => {
      if (this.token === null) this.refuse(new Unauthenticated('No token came.'));
    }, HELLO_MS);
    ws.on('close', () => {
      clearTimeout(late);
      this.stopHearing();
    });
    ws.on('message', (data, isBinary) =>
      isBinary ? ws.close(1003, 'text only') : this.hear(data as Buffer),
    );
    const { authorization } = line;
    if (authorization !== undefined)
      this.work = this.enter(authorization).catch((error: unknown) => this.refuse(error));
  }

  private hear(data: Buffer): void {
    if (this.waiting >= WAITING_AT_MOST) {
      this.refuse(new RateLimited(1));
      return;
    }
    this.waiting += 1;
    const isTooFast = this.isTooFast();
    this.work = this.work
      .then(() => (isTooFast ? Promise.reject(new RateLimited(1)) : this.answer(data)))
      .catch((error: unknown) =>
        this.token === null ? this.refuse(error) : this.tell(toProblem(error, randomUUID()).body),
      )
      .finally(() => {
        this.waiting -= 1;
      });
  }

  private async answer(data: Buffer): Promise<void> {
    if (this.ws.readyState !== this.ws.OPEN) return;
    const said = parseJson(data);
    if (this.token === null) return this.enter(`Bearer ${plainHello.parse(said).token}`);
    const { actor } = await whoIs(`Bearer ${this.token}`);
    await limitRequests(actor.id, this.line.ip);
    const { message, close_chat } = plainMessage.parse(said, { reportInput: true });
    if (close_chat) return this.closeChat(actor, message);
    await postMessage(actor, this.line.ref, { body: message, is_internal: false }, 'API');
  }

  /** The last word, the end, and what routing gives to the place that is free now. */
  private async closeChat(actor: Actor, body: string): Promise<void> {
    if (!isStaff(actor.role)) throw new Forbidden('Only the team can close a chat.');
    const input = { body, is_internal: false, status: 'RESOLVED' } as const;
    const { ticket } = await postMessage(actor, this.line.ref, input, 'API');
    await routeNow();
    this.tell({ closed: true, next: await firstGiven(actor.id, ticket.updated_at) });
  }

  private async enter(authorization: string): Promise<void> {
    const { actor } = await whoIs(authorization);
    await limitRequests(actor.id, this.line.ip);
    const { id } = await accessTicket(sql, actor, this.line.ref, 'ticket.read');
    if (this.ws.readyState !== this.ws.OPEN) return;
    this.token = authorization.slice('Bearer '.length);
    this.stopHearing = hearTicket(this.line.realtime, this.token, id, {
      onEvent: ({ type, data }) => {
        if (type === 'message.created' && data.message) this.pass(data.message);
      },
      onFresh: () => {
        getTicket(actor, id).then(
          ({ messages }) => {
            for (const message of messages) this.pass(message);
          },
          (error: unknown) => this.refuse(error),
        );
      },
      onEnd: (error) => this.refuse(error),
    });
  }

  /** S1 knows no notes, and shows what it hears to whoever looks. */
  private pass({ id, body, author, created_at, is_internal }: MessageDto): void {
    if (is_internal || this.sent.has(id)) return;
    this.sent.add(id);
    this.tell({ id, message: body, author, is_staff: isStaff(author.role), created_at });
  }

  private tell(what: object): void {
    if (this.ws.readyState !== this.ws.OPEN) return;
    if (this.ws.bufferedAmount > UNSENT_BYTES) this.ws.terminate();
    else this.ws.send(JSON.stringify(what));
  }

  /** Says why, and ends the line: 4000 and the status that the API would answer with. */
  private refuse(error: unknown): void {
    const { status, body } = toProblem(error, randomUUID());
    this.tell(body);
    this.stopHearing();
    this.ws.close(4_000 + status, body.error.code);
  }
}

/** People who signed in have plain sockets; machines ask the API, visitors of a website have the widget's. */
async function whoIs(authorization: string): Promise<Identity> {
  if (!/^bearer /i.test(authorization)) throw new Unauthenticated();
  const identity = await readActor({ authorization });
  if (!identity || identity.key || identity.actor.visitor) throw new Unauthenticated();
  return identity;
}

/** Counts within each second; true when there were too many. */
function paceOf(most: number): () => boolean {
  let second = 0;
  let count = 0;
  return () => {
    const now = Math.floor(Date.now() / 1_000);
    count = now === second ? count + 1 : 1;
    second = now;
    return count > most;
  };
}
