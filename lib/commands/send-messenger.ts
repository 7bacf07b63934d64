import { type AttachmentKind, GraphFailure, sendMessage, uploadFile } from '../channels/messenger/graph';
import { Refusal } from '../errors';
import { readFile } from '../files/read-file';
import { log } from '../log';
import { getMessengerSend, type SendFacts } from '../queries/get-messenger-send';
import { type ClaimedSend, claimSend, renewSend, type SendEnd, settleSend } from './steps/messenger-send';
import { whileHeld } from './steps/while-held';
import { workThrough } from './steps/work-through';

/** Workers lost in the middle of sending one part, after which it is given up: each may have been a copy. */
const MAX_LAPSES = 3;

/**
 * Sends what is due to Messenger: claim, commit, send, write down; no transaction is open while the vendor is talked to.
 * Each part carries its id, which comes back with the echo: a worker that dies in between leaves a row that its
 * echo ends, and only without one it is sent again when its lease is over.
 *
 * @returns how many were handled.
 */
export const sendMessenger = (limit = 500): Promise<number> => workThrough(limit, claimSend, sendClaimed);

async function sendClaimed(claimed: ClaimedSend): Promise<void> {
  await whileHeld(
    () => renewSend(claimed),
    async () => {
      const end = await tryToSend(claimed);
      await settleSend(claimed, end);
      log.info({ sendId: claimed.id, attempt: claimed.attempts, end: end.kind }, 'Messenger answer handled');
    },
  );
}

async function tryToSend(claimed: ClaimedSend): Promise<SendEnd> {
  if (claimed.lapses > MAX_LAPSES)
    return { kind: 'refused', reason: 'Workers were lost while they sent it; it may have arrived.' };
  try {
    const found = await getMessengerSend(claimed.id);
    if ('skip' in found) return { kind: found.closed ? 'closed' : 'refused', reason: found.skip };
    const attachment = claimed.attachment_id ? await upload(found.facts) : undefined;
    const { page, psid, isTagged } = found.facts;
    const { mid } = await sendMessage(page, {
      ...{ psid, isTagged, metadata: claimed.id },
      ...(attachment ? { attachment } : { text: claimed.text ?? '' }),
    });
    return { kind: 'sent', mid };
  } catch (error) {
    if (error instanceof GraphFailure) return endOf(error);
    // our own fault, or the store went away: it keeps its place
    if (!(error instanceof Refusal))
      log.error({ err: error, sendId: claimed.id }, 'answer could not be made');
    return { kind: 'later', reason: 'The answer could not be made; it is tried again.', retryAfter: null };
  }
}

const endOf = ({ kind, message, retryAfter }: GraphFailure): SendEnd =>
  kind === 'later' ? { kind, reason: message, retryAfter } : { kind, reason: message };

async function upload({ page, file }: SendFacts): Promise<{ id: string; kind: AttachmentKind }> {
  const bytes = file && (await readFile(file.storage_key));
  if (!bytes) throw new GraphFailure('refused', 'The file is gone.');
  const kind = kindOf(file.media_type);
  const { name, media_type: type } = file;
  return { kind, id: await uploadFile(page, { bytes: new Uint8Array(bytes), name, type, kind }) };
}

/** What the vendor shows by itself; the rest is a file. */
function kindOf(mediaType: string): AttachmentKind {
  const [top] = mediaType.split('/');
  if (/^image\/(jpeg|png|gif|webp)$/.test(mediaType)) return 'image';
  return top === 'audio' || top === 'video' ? top : 'file';
}
