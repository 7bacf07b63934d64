import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addMailbox, ended } from '@/tests/mail-in';
import { sql } from '../db/transaction';
import { readFile } from '../files/read-file';
import { MAIL_ENDS } from '../rules/mail-states';
import { processMails } from './process-mails';
import { keepMail } from './steps/keep-mail';

/**
 * Real mails, broken at random: whatever comes, each ends in a state, its raw bytes are kept, and nothing takes for
 * ever. `SOAK_SECONDS` makes it go on for longer; a failure names the seed.
 */
const seconds = Number(process.env.SOAK_SECONDS ?? 20);
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000);
/** Longest that one mail may take: parsing and cleaning have limits of their own. */
const LONGEST = 8_000;

/** The same numbers for the same seed (mulberry32). */
function numbers(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = numbers(seed);
const below = (most: number) => Math.floor(random() * most);
const POISON = [
  '\0',
  '\r\n',
  '\r\n\r\n',
  '--',
  '=?utf-8?b?',
  '<'.repeat(2_000),
  '<div>'.repeat(500),
  '(',
  '"',
  '> ',
  '\xff\xfe',
  ';=',
  'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n',
];

/** Bytes changed, cut, doubled, swapped with another mail's, or poisoned. */
function broken(mail: Buffer, other: Buffer): Buffer {
  const at = below(mail.length);
  switch (below(6)) {
    case 0:
      return mail.subarray(0, at);
    case 1: {
      const copy = Buffer.from(mail);
      for (let n = 0; n < 20; n++) copy[below(copy.length)] = below(256);
      return copy;
    }
    case 2:
      return Buffer.concat([mail.subarray(0, at), other.subarray(below(other.length))]);
    case 3:
      return Buffer.concat([mail.subarray(0, at), mail.subarray(below(at + 1))]);
    default: {
      const poison = Buffer.from(POISON[below(POISON.length)]!, 'latin1');
      return Buffer.concat([mail.subarray(0, at), poison, mail.subarray(at)]);
    }
  }
}

test(
  `broken mails for ${seconds} s (seed ${seed})`,
  async () => {
    const mailboxId = await addMailbox('fuzz@switchboard.test');
    const folder = 'tests/mails/inbound';
    const mails = readdirSync(folder)
      .filter((name) => name.endsWith('.eml'))
      .map((name) => readFileSync(`${folder}/${name}`));
    const until = performance.now() + seconds * 1_000;
    let count = 0;
    while (performance.now() < until) {
      const raw = broken(mails[below(mails.length)]!, mails[below(mails.length)]!);
      const { id } = await keepMail({
        ...{ mailboxId, door: 'smtp', doorKey: null, raw, recipients: ['fuzz@switchboard.test'] },
        returnPath: random() < 0.1 ? '' : null,
      });
      const began = performance.now();
      await processMails(id);
      const mail = await ended(id);
      const what = `seed ${seed}, mail ${count}: ${mail.detail}`;
      expect(MAIL_ENDS, what).toContain(mail.state);
      expect(mail.state, what).not.toBe('failed');
      expect(performance.now() - began, what).toBeLessThan(LONGEST);
      if (count % 20 === 0) {
        const { rows } = await sql.query<{ storage_key: string }>(
          'SELECT storage_key FROM inbound_mail WHERE id = $1',
          [id],
        );
        expect((await readFile(rows[0]!.storage_key))?.equals(raw), what).toBe(true);
      }
      count++;
    }
    console.info(`broken mails: ${count} in ${seconds} s`);
    expect(count).toBeGreaterThan(5);
  },
  seconds * 1_000 + 60_000,
);
