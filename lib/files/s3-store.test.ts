import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type FakeS3, startFakeS3 } from '@/tests/fake-s3';
import type { FileStore } from './file-store';
import { s3Store } from './s3-store';

let s3: FakeS3;
let store: FileStore;
beforeAll(async () => {
  s3 = await startFakeS3();
  store = s3Store(s3.url);
});
afterAll(() => s3.close());
beforeEach(() => {
  s3.asked.length = 0;
  s3.fail(null);
});

const key = randomBytes(20).toString('hex');
const place = `bucket/house/${key.slice(0, 2)}/${key}`;
const bytes = randomBytes(300_000);
async function* pieces(...given: Uint8Array[]) {
  yield* given;
}
const all = async (found: AsyncGenerator<Uint8Array> | null) => {
  const read: Uint8Array[] = [];
  for await (const piece of found ?? []) read.push(piece);
  return Buffer.concat(read);
};

test('a file goes to the bucket, signed, and comes back, whole and in part', async () => {
  expect(await store.put(key, pieces(bytes.subarray(0, 1_000), bytes.subarray(1_000)))).toBe(bytes.length);
  expect([...s3.objects.keys()]).toEqual([place]);
  expect((await all(await store.open(key))).equals(bytes)).toBe(true);
  const part = await all(await store.open(key, { start: 10, end: 19 }));
  expect(part.equals(bytes.subarray(10, 20))).toBe(true);
  expect(s3.asked).toEqual([
    { method: 'PUT', path: place, signed: true, range: undefined },
    { method: 'GET', path: place, signed: true, range: undefined },
    { method: 'GET', path: place, signed: true, range: 'bytes=10-19' },
  ]);
  await store.remove(key);
  await store.remove(key);
  expect(await store.open(key)).toBeNull();
  expect(s3.objects.size).toBe(0);
});

test('a bucket that is busy or hangs up is asked again, and then given up', async () => {
  s3.fail('away', 2);
  expect(await store.put(key, pieces(bytes))).toBe(bytes.length);
  expect(s3.asked).toHaveLength(3);
  s3.fail('cut');
  expect(await store.put(key, pieces(bytes))).toBe(bytes.length);
  s3.fail('away', 9);
  await expect(store.put(key, pieces(bytes))).rejects.toThrow();
  await expect(store.open(key)).rejects.toThrow();
  // the waits between the tries are the library's
}, 20_000);

test('a line that breaks while a file comes is an error, never a short file', async () => {
  s3.fail(null);
  await store.put(key, pieces(bytes));
  s3.fail('cut');
  const found = await store.open(key);
  await expect(all(found)).rejects.toThrow();
});

test('what breaks off before it is whole never reaches the bucket', async () => {
  async function* cut() {
    yield bytes;
    throw new Error('the line broke');
  }
  await expect(store.put(key, cut())).rejects.toThrow('the line broke');
  expect(s3.asked).toHaveLength(0);
});
