import { expect, test } from 'vitest';
import { listedFiles } from './listed-files';

test('what is shown in its place is listed again only when it is large', () => {
  const file = (id: string, size: number) => ({ id, name: `${id}.png`, media_type: 'image/png', size });
  const attachments = [file('logo', 9_000), file('screen', 300_000), file('other', 9_000)];
  const html = '<img src="/api/attachments/logo/?inline=1" /><img src="/api/attachments/screen/?inline=1" />';
  const listed = (given: string | null) => listedFiles({ html: given, attachments }).map(({ id }) => id);
  expect(listed(html)).toEqual(['screen', 'other']);
  expect(listed(null)).toEqual(['logo', 'screen', 'other']);
});
