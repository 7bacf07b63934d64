import { describe, expect, it } from 'vitest';
import { safeNext } from './safe-next';

describe('safeNext', () => {
  it.each(['/', '/requests/1042', '/desk/mine?sort=oldest'])('keeps %s', (path) =>
    expect(safeNext(path)).toBe(path),
  );
  it.each([
    '//evil.test',
    '/\\evil.test',
    '/\t/evil.test',
    '/.//evil.test',
    'https:evil.test',
    'javascript:alert(1)',
    'http://good.test@evil.test',
    '/sign-in?next=/sign-in',
    '/api/auth/signout',
    '',
  ])('sends %s to the start page', (path) => expect(safeNext(path)).toBe('/'));
  it('takes one value only', () => expect(safeNext(['/a', '/b'])).toBe('/'));
});
