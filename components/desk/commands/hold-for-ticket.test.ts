import { expect, test, vi } from 'vitest';
import type { CommandContext } from './command-context';
import { holdForTicket } from './hold-for-ticket';

/** A screen whose parts come and go, as drawing tells of them: one after the other, all within one turn. */
function screen(first: CommandContext) {
  let context = first;
  let listener = () => {};
  const waiting = holdForTicket({
    context: () => context,
    onChange: (given) => {
      listener = given;
      return () => {};
    },
  });
  const draw = async (...moments: CommandContext[]) => {
    for (const moment of moments) {
      context = moment;
      listener();
    }
    await Promise.resolve();
  };
  return { waiting, draw };
}
const press = (key: string) => ({ names: [key], isCharacter: true });
const opening = {};
const withReply = (reply: () => void): CommandContext => ({
  ticket: { reply, note: null, take: null, resolve: null },
});

test('a key waits for the ticket, and takes what is typed after it along', async () => {
  const reply = vi.fn();
  const { waiting, draw } = screen({ opening });
  expect(waiting.takes(press('r'))).toBe(true);
  expect(waiting.takes(press('c'))).toBe(true);
  await draw(withReply(reply));
  expect(reply).toHaveBeenCalledOnce();
  expect(waiting.takes(press('c'))).toBe(false);
});

test('one placeholder that gives way to the next is no ticket: the key goes on waiting', async () => {
  const reply = vi.fn();
  const { waiting, draw } = screen({ opening });
  waiting.takes(press('r'));
  await draw({}, { opening });
  await draw(withReply(reply));
  expect(reply).toHaveBeenCalledOnce();
});

test('a key that means nothing to a ticket, or comes when none is on its way, is left alone', () => {
  expect(screen({ opening }).waiting.takes(press('q'))).toBe(false);
  expect(screen({}).waiting.takes(press('r'))).toBe(false);
});
