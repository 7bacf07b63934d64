import path from 'node:path';
import { ThreadPool, TooHeavy } from '../../thread-pool';
import type { ParsedMail } from './parsed-mail';

/** A mail that cannot be taken apart; it is kept as it came. `message` is plain English for people. */
export class Unreadable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Unreadable';
  }
}

/** By its place on disk, as the programs are packed and it is not. */
const ENTRY = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/channels/email/start-parser.mjs');

const parsers = new ThreadPool<ArrayBuffer, { mail: ParsedMail } | { refusal: string }>(ENTRY, {
  threads: 1,
  milliseconds: 4_000,
  memoryMb: 192,
  waiting: 50,
});

/**
 * Takes a raw mail apart, in a thread beside the process and within four seconds (spec/reliability.md B84, B85).
 *
 * @throws Unreadable when it is broken beyond that, or too heavy; Unavailable when many wait.
 */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail> {
  const copy = new Uint8Array(raw).buffer;
  try {
    const answer = await parsers.run(copy, [copy]);
    if ('refusal' in answer) throw new Unreadable(answer.refusal);
    return answer.mail;
  } catch (error) {
    throw error instanceof TooHeavy ? new Unreadable('It takes too long to read.') : error;
  }
}
