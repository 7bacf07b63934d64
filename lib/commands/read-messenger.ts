import { openSecret } from '../auth/sealed-secret';
import { type GraphPage, readProfile } from '../channels/messenger/graph';
import {
  echoOf,
  editOf,
  pressedOf,
  receiptOf,
  type Said,
  wordsOf,
} from '../channels/messenger/messenger-words';
import { FetchRefused } from '../channels/safe-fetch';
import { inTransaction, sql, type Tx } from '../db/transaction';
import { log } from '../log';
import { MAX_BODY } from '../schemas/message-body';
import { detectLanguage } from '../search/detect-language';
import { ClaimLost } from './steps/claim-lost';
import { type FetchedFiles, fetchFiles } from './steps/fetch-files';
import { isAway } from './steps/is-away';
import {
  type ClaimedEvent,
  claimEvent,
  type EventOutcome,
  putEventBack,
  putOffEvent,
  renewEvent,
  settleEvent,
} from './steps/messenger-event';
import { type KnownProfile, knownContact, languageOfLocale } from './steps/messenger-person';
import {
  knowOwn,
  placeEdit,
  placeInboxMessage,
  placeMessage,
  placeReaction,
  placeReceipt,
} from './steps/place-messenger';
import { spokenLanguage } from './steps/spoken-language';
import { whileHeld } from './steps/while-held';
import { workThrough } from './steps/work-through';

/** Beyond this many tries it is not the moment that is bad. */
const MAX_TRIES = 6;

/**
 * Reads what Messenger told us and what nobody has read yet: each ends in one state, those of one conversation in their
 * order, and what happens and that it was read commit together (docs/decisions/041-messenger.md).
 *
 * @returns how many were handled.
 */
export const readMessenger = (limit = 500): Promise<number> =>
  workThrough(limit, claimEvent, (claimed) =>
    whileHeld(
      () => renewEvent(claimed),
      () => readClaimed(claimed),
    ),
  );

type Work = (tx: Tx) => Promise<EventOutcome>;

async function readClaimed(claimed: ClaimedEvent): Promise<void> {
  try {
    if (claimed.attempts > MAX_TRIES) return await giveUp(claimed, 'Workers were lost while they read it.');
    const work = await prepare(claimed, JSON.parse(claimed.raw));
    await inTransaction(async (tx) => settleEvent(tx, claimed, await work(tx)));
  } catch (error) {
    if (error instanceof ClaimLost) return;
    const detail = error instanceof Error ? error.message : String(error);
    log.warn({ err: error, eventId: claimed.id }, 'what Messenger told was not read');
    if (isAway(error)) return putEventBack(claimed, detail);
    if (claimed.attempts >= MAX_TRIES) return giveUp(claimed, detail);
    await putOffEvent(claimed, detail);
  }
}

const giveUp = (claimed: ClaimedEvent, detail: string): Promise<void> =>
  inTransaction((tx) => settleEvent(tx, claimed, { state: 'failed', reason: 'gave_up', detail })).catch(
    (error: unknown) => {
      if (!(error instanceof ClaimLost)) throw error;
    },
  );

const ignored =
  (reason: NonNullable<EventOutcome['reason']>): Work =>
  async () => ({ state: 'ignored', reason });

/** What takes long is done before the transaction. */
async function prepare(claimed: ClaimedEvent, told: Record<string, unknown>): Promise<Work> {
  switch (claimed.kind) {
    case 'message':
      return prepareMessage(claimed, told.message);
    case 'postback':
      return prepareWords(claimed, { text: pressedOf(told.postback), files: [] });
    case 'echo':
      return prepareEcho(claimed, told.message);
    case 'edit': {
      const edit = editOf(told.message_edit);
      return edit && edit.text !== '' ? (tx) => placeEdit(tx, claimed, edit) : ignored('empty');
    }
    case 'reaction':
      return (tx) => placeReaction(tx, claimed);
    case 'delivery':
    case 'read':
      return (tx) => placeReceipt(tx, claimed, receiptOf(told[claimed.kind]));
    default:
      return ignored('unknown_kind');
  }
}

async function prepareMessage(claimed: ClaimedEvent, message: unknown): Promise<Work> {
  if ((message as { is_deleted?: unknown }).is_deleted === true) return ignored('unsent');
  return prepareWords(claimed, wordsOf(message));
}

async function prepareWords(claimed: ClaimedEvent, said: Said): Promise<Work> {
  const content = await contentOf(claimed, said);
  if (content === null) return ignored('empty');
  const profile = (await knownContact(sql, claimed)) ? null : await profileOf(claimed);
  const language = await languageFor(claimed, content.body, profile);
  return (tx) => placeMessage(tx, claimed, { ...content, language, profile });
}

async function prepareEcho(claimed: ClaimedEvent, message: unknown): Promise<Work> {
  const echo = echoOf(message);
  if (await inTransaction((tx) => knowOwn(tx, claimed, echo))) return ignored('own_echo');
  const content = await contentOf(claimed, wordsOf(message));
  return content === null ? ignored('empty') : (tx) => placeInboxMessage(tx, claimed, content);
}

/** Its words, with the files that were fetched; what could not be is named. Null when it says nothing. */
async function contentOf(
  claimed: ClaimedEvent,
  { text, files }: Said,
): Promise<{ body: string; files: string[] } | null> {
  const fetched = await filesOf(claimed, files);
  const lines = [text, ...fetched.missing.map((name) => `📎 ${name}`)].filter(Boolean);
  const body = lines.join('\n') || fetched.names.join('\n');
  if (body === '') return null;
  const letters = [...body];
  return {
    body: letters.length <= MAX_BODY ? body : `${letters.slice(0, MAX_BODY - 1).join('')}…`,
    files: fetched.ids,
  };
}

/**
 * The last try but one takes those that come; the very last goes without, since the words must not be lost with files at
 * which whatever reads them breaks.
 */
function filesOf({ attempts, graph_url }: ClaimedEvent, files: Said['files']): Promise<FetchedFiles> {
  if (attempts >= MAX_TRIES)
    return Promise.resolve({ ids: [], names: [], missing: files.map(({ name }) => name) });
  const ownOrigin = new URL(graph_url).origin;
  return fetchFiles(files, { ownOrigin, isLast: attempts === MAX_TRIES - 1 }).catch((error: unknown) => {
    if (error instanceof FetchRefused) throw new Error(`A file was not fetched. ${error.message}`);
    throw error;
  });
}

/** What he calls himself. Not to be told is no harm. */
async function profileOf(claimed: ClaimedEvent): Promise<KnownProfile | null> {
  const page = graphPageOf(claimed);
  if (!page) return null;
  return readProfile(page, claimed.psid).catch((error: Error) => {
    log.info({ eventId: claimed.id, problem: error.message }, 'no profile from Facebook');
    return null;
  });
}

function graphPageOf({ graph_url, access_token, app_secret }: ClaimedEvent): GraphPage | null {
  const accessToken = openSecret('messenger_page.access_token', access_token);
  const appSecret = openSecret('messenger_page.app_secret', app_secret);
  return accessToken && appSecret ? { graphUrl: graph_url, accessToken, appSecret } : null;
}

/** That of the text, else that of his telephone; where the page is served in some alone, one of those. */
async function languageFor(
  { languages }: ClaimedEvent,
  body: string,
  profile: KnownProfile | null,
): Promise<string | null> {
  const guesses = [await detectLanguage(body), languageOfLocale(profile?.locale ?? null)];
  if (languages.length > 0)
    return guesses.find((guess) => guess !== null && languages.includes(guess)) ?? languages[0]!;
  for (const guess of guesses) {
    const spoken = await spokenLanguage(guess);
    if (spoken) return spoken;
  }
  return null;
}
