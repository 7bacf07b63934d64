import type { ChatConversationDto, ChatDetailDto, ChatMessageDto } from '@/lib/schemas/chat';
import type { VisitDto, VisitorDto } from '@/lib/schemas/visitor';
import type { WidgetConfigDto } from '@/lib/schemas/widget';
import type { Identity, Place } from '../host-protocol';
import { ask, Refused, token } from './ask';
import { boot } from './boot';
import { hostOrigin, tellHost } from './host';
import { keep } from './keep';
import { change, state } from './state';

/** The visitor, what he has said here before, and what is new of it. Writing is in outbox.ts. */

let place: Place | null = null;
let identity: Identity | null = null;
/** From a mailed link: goes on as the visitor of that conversation, on whatever device. */
let resume = new URLSearchParams(location.hash.slice(1)).get('resume');
if (resume) history.replaceState(null, '', location.pathname + location.search);
export const setPlace = (now: Place) => {
  place = now;
};

const OPEN_FIRST = { open: 0, queued: 0, ended: 1 } as const;
const lastOf = ({ last_message }: ChatConversationDto) => last_message.created_at;

/** Those that go on first, each kind by its last word. */
function setConversations(all: ChatConversationDto[]): void {
  const conversations = [...all].sort(
    (a, b) => OPEN_FIRST[a.state] - OPEN_FIRST[b.state] || lastOf(b).localeCompare(lastOf(a)),
  );
  change({ conversations });
  if (conversations.length > 0) tellHost({ type: 'talked' });
  tellHost({ type: 'unread', count: conversations.reduce((sum, { unread }) => sum + unread, 0) });
}

export const conversationOf = (id: string) => state.conversations.find((one) => one.id === id);

export function setConversation(conversation: ChatConversationDto): void {
  setConversations([...state.conversations.filter(({ id }) => id !== conversation.id), conversation]);
}

function setSession({ token, visitor, conversations }: VisitDto): void {
  keep('token', token);
  change({ visitor });
  setConversations(conversations);
}

let starting: Promise<void> | null = null;

/** Makes the visitor, or comes back as the one who was here; one request, however often it is asked for at once. */
export function startSession(): Promise<void> {
  starting ??= enter().finally(() => {
    starting = null;
  });
  return starting;
}

async function enter(): Promise<void> {
  const input = {
    ...place,
    locale: boot.locale,
    ...(identity && { identity }),
    ...(resume && { resume }),
  };
  try {
    setSession(await ask<VisitDto>('POST', `/widget/${boot.key}/visitors/`, input));
    resume = null;
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 401) throw error;
    // a link that is not good any more leads nowhere, a token that opens nothing is another visitor's
    if (error.code === 'link_expired') resume = null;
    else if (!error.code.startsWith('identity_') && token()) keep('token', null);
    else throw error;
    await enter();
  }
}

/** A visitor exists once somebody writes, or the website says who he is: looking leaves no trace. */
export const needSession = (): Promise<void> => (state.visitor ? Promise.resolve() : startSession());

export async function identify(who: Identity): Promise<void> {
  identity = who;
  await startSession();
}

/** What the website is, and who comes back. */
export async function begin(): Promise<void> {
  const origin = hostOrigin === location.origin ? '' : hostOrigin;
  const query = new URLSearchParams({ origin, locale: boot.locale });
  try {
    const [website] = await Promise.all([
      ask<WidgetConfigDto>('GET', `/widget/${boot.key}/?${query}`),
      token() || identity || resume ? startSession() : null,
    ]);
    change({ website, trouble: null, reached: true });
  } catch (error) {
    const { status, code } = error as Refused;
    change({ trouble: code === 'origin_not_allowed' ? 'origin' : status === 404 ? 'unknown' : 'network' });
  }
}

export async function beginAs(who: Identity | null, at: Place): Promise<void> {
  setPlace(at);
  identity = who;
  await begin();
}

/** Messages by their time; one that is known already is replaced, as it may have been seen since. */
function merged(known: ChatMessageDto[], read: ChatMessageDto[]): ChatMessageDto[] {
  const all = new Map([...known, ...read].map((message) => [message.id, message]));
  return [...all.values()].sort(
    (a, b) => a.created_at.localeCompare(b.created_at) || a.id.localeCompare(b.id),
  );
}

/** Reads a conversation anew, or a page further back. @throws Refused */
export async function readThread(id: string, before?: string): Promise<void> {
  const query = before ? `?before=${encodeURIComponent(before)}` : '';
  const { conversation, messages, next } = await ask<ChatDetailDto>(
    'GET',
    `/widget/conversations/${id}/${query}`,
  );
  const known = state.threads[id];
  change({
    reached: true,
    threads: {
      ...state.threads,
      [id]: {
        messages: merged(known?.messages ?? [], messages),
        next: known && !before ? known.next : next,
      },
    },
  });
  setConversation(conversation);
}

export function addMessage(id: string, message: ChatMessageDto): void {
  const known = state.threads[id] ?? { messages: [], next: null };
  change({
    threads: { ...state.threads, [id]: { ...known, messages: merged(known.messages, [message]) } },
  });
}

/** The team sees that its last words were read. */
export async function markRead(id: string): Promise<void> {
  const last = state.threads[id]?.messages.findLast(({ by }) => by === 'team');
  const conversation = conversationOf(id);
  if (!last || !conversation?.unread) return;
  setConversation({ ...conversation, unread: 0 });
  await ask('POST', `/widget/conversations/${id}/read/`, { message_id: last.id });
}

export async function endConversation(id: string): Promise<void> {
  setConversation(await ask<ChatConversationDto>('POST', `/widget/conversations/${id}/end/`, {}));
}

export async function rate(id: string, score: number, comment: string): Promise<void> {
  const input = { score, ...(comment && { comment }) };
  setConversation(await ask<ChatConversationDto>('POST', `/widget/conversations/${id}/rating/`, input));
}

/** Tells his address and has a code sent to it. */
export async function askForCode(email: string): Promise<void> {
  await needSession();
  change({ visitor: await ask<VisitorDto>('PATCH', '/widget/visitor/', { email }) });
  await ask('POST', '/widget/visitor/email-code/', {});
}

/** The code is right: from now on he is that person, with all his conversations. */
export async function confirmEmail(code: string): Promise<void> {
  setSession(await ask<VisitDto>('POST', '/widget/visitor/confirm/', { code }));
}
