import { expect, test } from 'vitest';
import { holdingBytes } from './hold-bytes';

const MIB = 1024 * 1024;

test('all together hold 256 MiB, and what one held is free when it ends, however it ends', async () => {
  let end = () => {};
  const first = holdingBytes(async (hold) => {
    expect([hold(200 * MIB), hold(56 * MIB), hold(1)]).toEqual([true, true, false]);
    await new Promise<void>((resolve) => {
      end = resolve;
    });
    throw new Error('refused');
  });
  await holdingBytes(async (hold) => expect(hold(1)).toBe(false));
  end();
  await expect(first).rejects.toThrow('refused');
  await holdingBytes(async (hold) => expect(hold(256 * MIB)).toBe(true));
});
