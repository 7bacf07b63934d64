import { expect, test } from 'vitest';
import { Invalid } from '../errors';
import { storeTrouble } from './store';

test.each([
  [Object.assign(new Error('x'), { code: 'ENOSPC' }), { status: 507, code: 'storage_full' }],
  [Object.assign(new Error('x'), { code: 'EDQUOT' }), { status: 507, code: 'storage_full' }],
  [
    Object.assign(new Error('x'), { $metadata: { httpStatusCode: 507 } }),
    { status: 507, code: 'storage_full' },
  ],
  [Object.assign(new Error('x'), { code: 'EIO' }), { status: 503, code: 'unavailable' }],
  [new Error('SlowDown'), { status: 503, code: 'unavailable' }],
  [new Invalid({ file: ['empty_file'] }), { status: 422, code: 'validation_failed' }],
])('%s is told as %j', (error, told) => {
  expect(storeTrouble(error)).toMatchObject(told);
});
