import { beforeAll, describe, expect, it, vi } from 'vitest';

vi.hoisted(() => {
  process.env.AUTH_SECRET = 'test-secret-'.padEnd(64, '0123456789abcdef');
  process.env.DATABASE_URL = 'postgres://nobody@127.0.0.1:1/none';
  process.env.MAIL_FROM = 'help@Example.TEST';
});

import { headerText } from './header-text';
import { messageIdFor, parseMessageId, referencesFor, threadIdFor } from './message-id';
import { readReplyToken, replyTokenFor } from './reply-token';

const id = '0193a2b4-c5d6-7e8f-9a0b-1c2d3e4f5a6b';
let token: string;
beforeAll(() => {
  token = replyTokenFor(id);
});

describe('Message-ID', () => {
  it('is the same each time, names its row, and is known again', () => {
    expect(messageIdFor(id)).toMatch(new RegExp(`^<m\\.${id}\\.[0-9a-f]{16}@example\\.test>$`));
    expect(messageIdFor(id)).toBe(messageIdFor(id));
    expect(parseMessageId(messageIdFor(id))).toEqual({ kind: 'mail', id });
    expect(parseMessageId(threadIdFor(id))).toEqual({ kind: 'ticket', id });
    expect(parseMessageId(messageIdFor(id).toUpperCase())).toEqual({ kind: 'mail', id });
  });

  it.each([
    ['a foreign one', '<CAF=x@mail.example.com>'],
    ['an empty one', ''],
    ['a forged digest', `<m.${id}.0123456789abcdef@example.test>`],
    ["a ticket's digest on a mail", threadIdFor(id).replace('<t.', '<m.')],
    ["another row's digest", messageIdFor(id).replace('0193a2b4', '0193a2b5')],
  ])('does not take %s for ours', (_, header) => {
    expect(parseMessageId(header)).toBeNull();
  });
});

describe('References', () => {
  it('keep the first and the newest ids below 1,500 characters', () => {
    const earlier = Array.from({ length: 60 }, (_, i) =>
      messageIdFor(`0193a2b4-c5d6-7e8f-9a0b-${String(i).padStart(12, '0')}`),
    );
    const references = referencesFor(id, earlier);
    expect(references[0]).toBe(threadIdFor(id));
    expect(references.at(-1)).toBe(earlier.at(-1));
    expect(references.slice(1)).toEqual(earlier.slice(-(references.length - 1)));
    expect(references.join(' ').length).toBeLessThanOrEqual(1_500);
    expect(references.join(' ').length).toBeGreaterThan(1_300);
  });
});

describe('reply token', () => {
  it('fits into the local part of an address and names its ticket in any case', () => {
    expect(token).toMatch(/^[a-z2-7]{44}$/);
    expect(readReplyToken(token)).toBe(id);
    expect(readReplyToken(` ${token.toUpperCase()} `)).toBe(id);
  });

  it('is refused with any letter changed, cut or added', () => {
    for (let i = 0; i < token.length; i++) {
      const other = token[i] === 'a' ? 'q' : 'a';
      expect(readReplyToken(token.slice(0, i) + other + token.slice(i + 1))).toBeNull();
    }
    for (const bad of [
      '',
      token.slice(1),
      `${token}a`,
      `${token.slice(0, -1)}b`,
      token.replace(/.$/, '1'),
      'é'.repeat(44),
    ])
      expect(readReplyToken(bad)).toBeNull();
  });
});

describe('headerText', () => {
  it.each([
    ['a\r\nBcc: b@c.de', 'a Bcc: b@c.de'],
    ['\u0000x\u0007y\u007f', 'x y'],
    ['=?utf-8?Q?x?=', '=\u2060?utf-8?Q?x?='],
    ['abc\u202edef', 'abcdef'],
    ['  many   spaces ', 'many spaces'],
    ['\ud800x', '\ufffdx'],
  ])('%j becomes %j', (text, expected) => {
    expect(headerText(text, 100)).toBe(expected);
  });

  it('counts code points and never cuts one in two', () => {
    expect([...headerText('😀'.repeat(300), 250)]).toHaveLength(250);
    expect(headerText('😀'.repeat(300), 250).endsWith('😀…')).toBe(true);
  });
});
