import { expect, test } from 'vitest';
import { isWorthRetrying, problemFrom, problemOf, type Upload, uploadedBefore } from './upload-list';

const MB = 1024 * 1024;
const upload = (size: number, state: Upload['state'] = 'done'): Upload => ({
  ...uploadedBefore({ id: String(size), name: 'a', media_type: 'text/plain', size }),
  state,
});

test('a file is looked at before it is sent', () => {
  expect(problemOf({ size: 0 }, [])).toBe('empty');
  expect(problemOf({ size: 10 * MB }, [])).toBeNull();
  expect(problemOf({ size: 10 * MB + 1 }, [])).toBe('too_large');
  expect(problemOf({ size: 1 }, Array(9).fill(upload(1)))).toBeNull();
  expect(problemOf({ size: 1 }, Array(10).fill(upload(1)))).toBe('too_many');
  expect(problemOf({ size: 1 }, Array(10).fill(upload(1, 'failed')))).toBeNull();
  expect(problemOf({ size: 5 * MB }, [upload(10 * MB), upload(10 * MB, 'sending')])).toBeNull();
  expect(problemOf({ size: 5 * MB + 1 }, [upload(10 * MB), upload(10 * MB)])).toBe('too_much');
});

test.each([
  [{ status: 0, code: 'network' }, 'network', true],
  [{ status: 413, code: 'too_large' }, 'too_large', false],
  [{ status: 429, code: 'upload_limit' }, 'limit', false],
  [{ status: 507, code: 'storage_full' }, 'storage', true],
  [{ status: 503, code: 'unavailable' }, 'network', true],
  [{ status: 422, code: 'validation_failed', fields: { name: ['required'] } }, 'name', false],
  [{ status: 422, code: 'validation_failed', fields: { file: ['empty_file'] } }, 'empty', false],
  [{ status: 500, code: 'internal' }, 'other', true],
] as const)('%j is told as %s', (error, problem, again) => {
  expect(problemFrom({ fields: {}, ...error } as Parameters<typeof problemFrom>[0])).toBe(problem);
  expect(isWorthRetrying(problem)).toBe(again);
});
