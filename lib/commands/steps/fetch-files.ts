import { type Fetched, FetchRefused, safeFetch } from '../../channels/safe-fetch';
import { MAX_FILE, MAX_FILES, MAX_OF_MESSAGE } from '../../rules/file-limits';
import { storeFile } from './store-file';

export interface FetchedFiles {
  /** In the store, nobody's yet. */
  ids: string[];
  names: string[];
  /** Names of what could not be had, or is too much. */
  missing: string[];
}

/**
 * Fetches the files of a message by the addresses that came with it, within the limits of a message.
 *
 * @param ownOrigin where the channel's vendor answers our calls: what lies there is fetched as those are made.
 * @param isLast there is no other try: what does not come now is missing.
 * @throws FetchRefused when one may come at another time.
 */
export async function fetchFiles(
  files: readonly { url: string; name: string }[],
  { ownOrigin, isLast }: { ownOrigin: string; isLast: boolean },
): Promise<FetchedFiles> {
  const found: FetchedFiles = { ids: [], names: [], missing: [] };
  let room = MAX_OF_MESSAGE;
  for (const { url, name } of files) {
    const file =
      found.ids.length < MAX_FILES ? await fetchOne(url, Math.min(MAX_FILE, room), ownOrigin, isLast) : null;
    if (file === null || file.bytes.byteLength === 0) {
      found.missing.push(name);
      continue;
    }
    room -= file.bytes.byteLength;
    found.ids.push(await storeFile(name, file.bytes));
    found.names.push(name);
  }
  return found;
}

async function fetchOne(
  url: string,
  most: number,
  ownOrigin: string,
  isLast: boolean,
): Promise<Fetched | null> {
  try {
    const isOwn = URL.canParse(url) && new URL(url).origin === ownOrigin;
    return isOwn ? await fetchOwn(url, most) : await safeFetch(url, most);
  } catch (error) {
    if (error instanceof FetchRefused && (error.isFinal || isLast)) return null;
    throw error;
  }
}

/** From the vendor's own door, which an operator chose. */
async function fetchOwn(url: string, most: number): Promise<Fetched> {
  const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(15_000) }).catch(() => {
    throw new FetchRefused('The other side did not answer.', false);
  });
  if (!answer.ok) throw new FetchRefused(`The other side answered ${answer.status}.`, answer.status < 500);
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of answer.body ?? []) {
    size += piece.byteLength;
    if (size > most) throw new FetchRefused('It is larger than a file may be.', true);
    pieces.push(piece);
  }
  return { bytes: Buffer.concat(pieces), type: answer.headers.get('content-type') ?? '' };
}
