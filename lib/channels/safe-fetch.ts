import { lookup as resolve } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address';

/** A stranger's address that we do not go to, or that gave nothing. `isFinal`: another try would be no better. */
export class FetchRefused extends Error {
  readonly isFinal: boolean;
  constructor(message: string, isFinal: boolean) {
    super(message);
    this.isFinal = isFinal;
  }
}

export interface Fetched {
  bytes: Buffer;
  /** As the other side names it, in lower case; '' when it does not. */
  type: string;
}

const PORTS = new Set(['', '443', '8443']);
const CONNECT_MS = 5_000;
const TOTAL_MS = 15_000;

/**
 * Gets a file from an address that a stranger named (control C30): https alone, on its ports, of the open internet
 * alone. The name is resolved once, every address of it is looked at, and the connection goes to one of those. A
 * redirect is not followed, and no more is read than may be kept.
 *
 * @param most bytes.
 * @throws FetchRefused.
 */
export async function safeFetch(address: string, most: number): Promise<Fetched> {
  const url = checkUrl(address);
  const [host] = await addressesOf(url.hostname);
  return read(url, host!, most);
}

/** @throws FetchRefused for whatever is not https on one of its ports, or carries a name and a password. */
export function checkUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== 'https:' || !PORTS.has(url.port) || url.username !== '' || url.password !== '')
    throw new FetchRefused('The address is not one that is gone to.', true);
  return url;
}

/** Where the name leads. @throws FetchRefused when one of the places is not of the open internet. */
export async function addressesOf(
  hostname: string,
  lookup: (name: string) => Promise<{ address: string }[]> = (name) => resolve(name, { all: true }),
): Promise<string[]> {
  const name = hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
  const found = isIP(name) ? [name] : (await lookup(name).catch(notFound)).map(({ address }) => address);
  if (found.length === 0 || !found.every(isPublicAddress))
    throw new FetchRefused('The address leads to a place that is not gone to.', true);
  return found;
}

const notFound = (): never => {
  throw new FetchRefused('The address was not found.', false);
};

function read(url: URL, host: string, most: number): Promise<Fetched> {
  return new Promise((resolve, reject) => {
    const fail = (message: string, isFinal: boolean) => {
      asked.destroy();
      reject(new FetchRefused(message, isFinal));
    };
    const asked = request(
      url,
      {
        headers: { 'user-agent': 'Switchboard', accept: '*/*' },
        timeout: CONNECT_MS,
        // what was looked at is what is gone to
        lookup: (_name, options, done) =>
          options.all ? done(null, [{ address: host, family: isIP(host) }]) : done(null, host, isIP(host)),
        agent: false,
      },
      (answer) =>
        void collect(answer, most).then(resolve, (error: FetchRefused) => fail(error.message, error.isFinal)),
    );
    const late = setTimeout(() => fail('The other side took too long.', false), TOTAL_MS);
    asked.on('timeout', () => fail('The other side took too long.', false));
    asked.on('error', () => fail('The other side did not answer.', false));
    asked.on('close', () => clearTimeout(late));
    asked.end();
  });
}

async function collect(answer: IncomingMessage, most: number): Promise<Fetched> {
  const status = answer.statusCode ?? 0;
  if (status !== 200)
    throw new FetchRefused(`The other side answered ${status}.`, status < 500 && status !== 429);
  if (Number(answer.headers['content-length'] ?? 0) > most) throw tooLarge();
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of answer as AsyncIterable<Buffer>) {
    size += piece.byteLength;
    if (size > most) throw tooLarge();
    pieces.push(piece);
  }
  const type = (answer.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
  return { bytes: Buffer.concat(pieces), type };
}

const tooLarge = () => new FetchRefused('It is larger than a file may be.', true);
