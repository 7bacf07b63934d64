import { expect, test } from 'vitest';
import { messageRefs } from './mail-references';

test.each<[string, string[]]>([
  ['<a@x> <b@x>\r\n\t<a@x>', ['<a@x>', '<b@x>']],
  ['a@x', []],
  ['<a b@x>', []],
  // the database keeps no U+0000, and no Message-ID has a control character in it
  ['<a\u0000@x> <b\u0007@x> <c@x>', ['<c@x>']],
  ['<a\ud800@x>', []],
])('in %j are the references %j', (header, refs) => {
  expect(messageRefs(header)).toEqual(refs);
});
