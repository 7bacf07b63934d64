import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { trimReply } from './trim-reply';

/** Real mails with what a reader should see of them, from discourse/email_reply_trimmer (licence beside them). */
const folder = 'tests/mails/replies';
const read = (kind: string, name: string) => readFileSync(`${folder}/${kind}/${name}`, 'utf8');
const names = readdirSync(`${folder}/emails`).filter((name) => name.endsWith('.txt'));
const words = (text: string) => text.replace(/\s+/g, ' ').trim();

test('nine of ten real replies come out as people would cut them', () => {
  const others = names.filter(
    (name) => words(trimReply(read('emails', name))) !== words(read('trimmed', name)),
  );
  console.info(
    `trimmed as expected: ${names.length - others.length} of ${names.length}; not: ${others.join(' ')}`,
  );
  expect(names.length).toBe(40);
  expect(others.length).toBeLessThanOrEqual(4);
});

test('no word is made up, and nobody who wrote something is left with nothing', () => {
  for (const name of names) {
    const mail = read('emails', name);
    const said = trimReply(mail);
    expect(said.trim()).not.toBe('');
    expect(words(mail)).toContain(words(said));
  }
});

test.each([
  ['Yes.\n\nOn Mon, 1 Feb 2026 at 10:00, Ada <ada@x.test> wrote:\n> Is it on?', 'Yes.'],
  ['> Is it on?\nYes.\n> And red?\nNo.', '> Is it on?\nYes.\n> And red?\nNo.'],
  ['Ja.\n\nAm 01.02.26 um 10:00 schrieb Ada:\n> Ist es an?\n\nDoch nicht.\n> Rot?\nNein.', null],
  ['On Monday I wrote three letters.\nNobody answered.', null],
  ['Danke!\n\n-- \nCarla Conti\nTel. 1', 'Danke!'],
  ['Merci\n\nEnvoyé de mon iPhone', 'Merci'],
  ['', ''],
  ['شكرا\n\nفي 1 فبراير 2026، كتب Ada <ada@x.test>:\n> نص', 'شكرا'],
  ['Grazie\n\nIl giorno 1 feb 2026 alle ore 10:00 Ada <ada@x.test> ha scritto:\n\n> testo', 'Grazie'],
])('%j', (mail, said) => {
  expect(trimReply(mail)).toBe(said ?? mail);
});

test('takes no longer for what is made to take long', () => {
  const began = performance.now();
  for (const text of [
    '> '.repeat(200_000),
    'a '.repeat(200_000),
    'On 10:00 a\n'.repeat(40_000),
    '-'.repeat(400_000),
    ' '.repeat(400_000),
    'From: x\n'.repeat(50_000),
    '\n'.repeat(400_000),
  ])
    trimReply(text);
  expect(performance.now() - began).toBeLessThan(2_000);
});
