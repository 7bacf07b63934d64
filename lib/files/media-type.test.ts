import { expect, test } from 'vitest';
import { Head, mediaTypeOf } from './media-type';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
test.each<[string, Buffer | string, string]>([
  ['a picture', png, 'image/png'],
  ['JPEG', Buffer.from('ffd8ffe000104a46494600', 'hex'), 'image/jpeg'],
  ['GIF that is also a script', 'GIF89a=1;alert(1)', 'image/gif'],
  ['HTML named .png', '<!doctype html><script>alert(1)</script>', 'text/plain'],
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'text/plain'],
  ['SVG with a declaration', '<?xml version="1.0"?><svg onload="alert(1)"/>', 'application/xml'],
  ['PDF', '%PDF-1.7\n', 'application/pdf'],
  ['zip, and whatever is packed so', Buffer.from('504b0304140000000800', 'hex'), 'application/zip'],
  ['gzip', Buffer.from('1f8b0800000000000003', 'hex'), 'application/gzip'],
  ['a program', `MZ${'\0'.repeat(60)}`, 'application/x-msdownload'],
  ['text that is cut within a letter', Buffer.from('prix: 3 €').subarray(0, -1), 'text/plain'],
  ['EICAR', 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*', 'text/plain'],
  ['bytes', Buffer.from([0, 1, 2, 3]), 'application/octet-stream'],
  [
    'a picture of 50,000 by 50,000',
    Buffer.concat([png, Buffer.from('0000c3500000c350', 'hex')]),
    'image/png',
  ],
])('%s', async (_what, head, type) => {
  expect(await mediaTypeOf(Buffer.from(head))).toBe(type);
});

test('a file is looked at while it passes, however it is cut', async () => {
  const head = new Head();
  const seen: Uint8Array[] = [];
  async function* pieces() {
    for (let n = 0; n < 3_000; n++) yield Buffer.from('abc');
  }
  for await (const piece of head.watch(pieces())) seen.push(piece);
  expect(Buffer.concat(seen).length).toBe(9_000);
  expect(head.bytes.toString()).toBe('abc'.repeat(3_000).slice(0, 4_100));
});
