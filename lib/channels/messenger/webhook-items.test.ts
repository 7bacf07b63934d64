import { describe, expect, it } from 'vitest';
import { echoOf, editOf, pressedOf, receiptOf, wordsOf } from './messenger-words';
import { webhookItems } from './webhook-items';
import { hubSignatureOf, isFromApp } from './webhook-signature';

const from = { sender: { id: 'psid' }, recipient: { id: 'page' }, timestamp: 1_458_692_752_478 };
const told = (...messaging: object[]) =>
  webhookItems({ object: 'page', entry: [{ id: 'page', time: 1_458_692_752_478, messaging }] })!;

describe('webhookItems', () => {
  it.each([
    ['message', { message: { mid: 'm1', text: 'Hello' } }, 'psid', 'm1'],
    ['postback', { postback: { title: 'Start', payload: 'X' } }, 'psid', /^postback:/],
    ['reaction', { reaction: { mid: 'm1', action: 'react', emoji: '❤' } }, 'psid', /^reaction:/],
    ['edit', { message_edit: { mid: 'm1', text: 'Hi', num_edit: 1 } }, 'psid', /^edit:/],
    ['delivery', { delivery: { mids: ['m2'], watermark: 1 } }, 'psid', /^delivery:/],
    ['read', { read: { watermark: 1 } }, 'psid', /^read:/],
    ['other', { optin: { ref: 'x' } }, 'psid', /^other:/],
    ['message', { message: { mid: 'm1', is_deleted: true } }, 'psid', /^message:/],
    ['message', { message: { text: 'without a name' } }, 'psid', /^message:/],
  ] as const)('a %s', (kind, what, psid, key) => {
    const [item] = told({ ...from, ...what });
    expect(item).toMatchObject({ kind, psid, pageId: 'page', happenedAt: new Date(from.timestamp) });
    expect(item!.key).toMatch(key);
    expect(told({ ...from, ...what })[0]!.key).toBe(item!.key);
  });

  it('an echo is of whom it went to', () => {
    const echo = { sender: { id: 'page' }, recipient: { id: 'psid' }, message: { mid: 'm3', is_echo: true } };
    expect(told(echo)[0]).toMatchObject({ kind: 'echo', psid: 'psid', key: 'm3' });
  });

  it('two edits of one message are two, and numbers are names too', () => {
    const [one, two] = told(
      { ...from, message_edit: { mid: 'm1', text: 'a', num_edit: 1 } },
      { ...from, sender: { id: 42 }, message_edit: { mid: 'm1', text: 'b', num_edit: 2 } },
    );
    expect(one!.key).not.toBe(two!.key);
    expect(two!.psid).toBe('42');
  });

  it.each([
    [null],
    [{}],
    [[]],
    ['page'],
    [{ object: 'instagram', entry: [] }],
    [{ object: 'page', entry: {} }],
    [{ object: 'page', entry: [{}] }],
  ])('%j is no webhook of a page', (body) => {
    expect(webhookItems(body)).toBeNull();
  });

  it('a clock that is ahead, a broken time and another app’s events harm nothing', () => {
    const late = { ...from, timestamp: Date.now() + 86_400_000, message: { mid: 'm' } };
    expect(told(late)[0]!.happenedAt.getTime()).toBeLessThanOrEqual(Date.now());
    expect(told({ ...from, timestamp: 'x', message: { mid: 'm' } })).toHaveLength(1);
    expect(webhookItems({ object: 'page', entry: [{ id: 1, standby: [from] }] })).toEqual([]);
  });
});

describe('wordsOf', () => {
  it.each([
    ['text', { text: ' Hello\r\nyou\u0000\u0007 ' }, 'Hello\nyou', []],
    ['right to left', { text: 'مرحبا، أين طلبي؟' }, 'مرحبا، أين طلبي؟', []],
    ['a broken half of an emoji', { text: 'a\ud83d' }, 'a\ufffd', []],
    [
      'a thumb',
      {
        attachments: [
          { type: 'image', payload: { url: 'https://a.test/t.png', sticker_id: 369239263222822 } },
        ],
      },
      '👍',
      [],
    ],
    [
      'a picture',
      { attachments: [{ type: 'image', payload: { url: 'https://a.test/v/my%20cat.png?x=1' } }] },
      '',
      [{ url: 'https://a.test/v/my%20cat.png?x=1', name: 'my cat.png' }],
    ],
    [
      'a shared page',
      { attachments: [{ type: 'fallback', title: 'News', url: 'https://n.test/' }] },
      'News\nhttps://n.test/',
      [],
    ],
    [
      'a place',
      { attachments: [{ type: 'location', title: 'Here', payload: { coordinates: { lat: 1.5, long: 2 } } }] },
      'Here\nhttps://www.openstreetmap.org/?mlat=1.5&mlon=2',
      [],
    ],
    ['nonsense', { text: 7, attachments: 'x' }, '', []],
    ['nothing to see', { text: '\u200b \u2060' }, '', []],
  ])('%s', (_what, message, text, files) => {
    expect(wordsOf(message)).toEqual({ text, files });
  });
});

it('reads buttons, edits, echoes and receipts, and survives what is none', () => {
  expect(pressedOf({ title: 'Get started' })).toBe('Get started');
  expect(pressedOf({})).toBe('');
  expect(editOf({ mid: 'm', text: 'New', num_edit: '2' })).toEqual({ mid: 'm', text: 'New' });
  expect(editOf({})).toBeNull();
  expect(echoOf({ mid: 'm', metadata: 'ours' })).toEqual({ mid: 'm', metadata: 'ours' });
  expect(echoOf({ mid: 'm', metadata: 7 })).toEqual({ mid: 'm', metadata: null });
  expect(receiptOf({ watermark: 1_000 })).toEqual({ mids: [], until: new Date(1_000) });
  expect(receiptOf({ mids: ['a'], watermark: '5' })).toEqual({ mids: ['a'], until: new Date(5) });
  expect(receiptOf({ mids: 'a' })).toEqual({ mids: [], until: new Date(0) });
});

/** Bad input B71: whatever is wrong with it, it is not theirs. */
it('knows the app’s own signature over exactly these bytes', () => {
  const body = Buffer.from('{"object":"page"}');
  const right = hubSignatureOf('secret', body);
  expect(isFromApp('secret', right, body)).toBe(true);
  for (const wrong of [
    undefined,
    '',
    'sha256=',
    right.slice(7),
    right.toUpperCase(),
    `${right}0`,
    right.replace(/^sha256/, 'sha1'),
  ])
    expect(isFromApp('secret', wrong, body), String(wrong)).toBe(false);
  expect(isFromApp('secret2', right, body)).toBe(false);
  expect(isFromApp('secret', right, Buffer.from('{"object":"pagE"}'))).toBe(false);
});
