import { expect, test, vi } from 'vitest';

vi.stubEnv('AUTH_SECRET', 'a-secret-of-at-least-thirty-two-letters');
vi.stubEnv('DATABASE_URL', 'postgres://nobody@127.0.0.1/none');
const { openSecret, sealSecret } = await import('./sealed-secret');

test('a sealed secret opens for its purpose alone, and never looks the same twice', () => {
  const sealed = sealSecret('mailbox.imap_password', 'pässwörd');
  expect(sealed).not.toContain('ssw');
  expect(openSecret('mailbox.imap_password', sealed)).toBe('pässwörd');
  expect(openSecret('mailbox.smtp_password', sealed)).toBeNull();
  expect(sealSecret('mailbox.imap_password', 'pässwörd')).not.toBe(sealed);
});

test.each(['', 'v1.', 'v1.AAAA', 'v2.AAAA', 'plain'])('what was not sealed opens to nothing: %j', (text) => {
  expect(openSecret('mailbox.imap_password', text)).toBeNull();
});

test('one changed letter and nothing opens', () => {
  const sealed = sealSecret('x', 'secret');
  const changed = sealed.slice(0, -3) + (sealed.at(-3) === 'A' ? 'B' : 'A') + sealed.slice(-2);
  expect(openSecret('x', changed)).toBeNull();
});
