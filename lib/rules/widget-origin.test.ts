import { describe, expect, test } from 'vitest';
import { refuseOrigin } from './widget-origin';

describe('pages that may show a widget', () => {
  test.each<[string, string[], string | undefined, boolean]>([
    ['any, where none is named', [], 'https://evil.example', true],
    ['one that is named', ['https://shop.example'], 'https://shop.example/a?b#c', true],
    ['one whose browser does not tell', ['https://shop.example'], undefined, true],
    ['another host', ['https://shop.example'], 'https://shop.example.evil.test', false],
    ['another scheme', ['https://shop.example'], 'http://shop.example', false],
    ['another port', ['https://shop.example'], 'https://shop.example:8443', false],
    ['a name before an @', ['https://shop.example'], 'https://shop.example@evil.test/', false],
    ['a frame without an origin', ['https://shop.example'], 'null', false],
  ])('%s', (_name, allowed, page, isFine) => {
    const act = () => refuseOrigin(allowed, page);
    if (isFine) expect(act).not.toThrow();
    else expect(act).toThrow(expect.objectContaining({ code: 'origin_not_allowed' }));
  });
});
