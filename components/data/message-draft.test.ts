import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MessageDraftDto } from '@/lib/schemas/message-draft';
import { ApiError } from './api-error';
import { MessageDraft } from './message-draft';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const theirs = (more: Partial<MessageDraftDto>): MessageDraftDto => ({
  ...{ kind: 'reply', body: '', cc: null, attachments: [], files: [], macro: null, mentions: [] },
  revision: 0,
  ...{ ended: null, attention: null, updated_at: null },
  ...more,
});

/** A server and a browser that keep what they are told; `trouble` is thrown by the next save. */
function house(onItsWay: string[] = []) {
  const saved: { body: string; revision: number }[] = [];
  const state = { stored: null as string | null, server: theirs({}), trouble: null as unknown };
  const open = () =>
    new MessageDraft(
      {
        get: async () => state.server,
        put: async (draft) => {
          const { trouble } = state;
          state.trouble = null;
          if (trouble) throw trouble;
          saved.push(draft);
        },
      },
      {
        read: () => state.stored,
        write: (value) => {
          state.stored = value;
        },
      },
      (key) => onItsWay.includes(key),
    );
  return { saved, state, open };
}
const newer = (draft: MessageDraftDto) =>
  new ApiError({ status: 409, code: 'newer_draft', message: '', details: { draft } });

test('in this browser after 300 ms, on the server 600 ms after the last key and 2 s after the first', async () => {
  const { saved, state, open } = house();
  const draft = open();
  for (let n = 1; n <= 5; n++) {
    draft.write({ body: 'x'.repeat(n) });
    await vi.advanceTimersByTimeAsync(n < 5 ? 400 : 300);
  }
  expect(JSON.parse(state.stored!)).toMatchObject({ body: 'xxxxx', dirty: true });
  expect(saved).toEqual([]);
  await vi.advanceTimersByTimeAsync(100);
  expect(saved).toMatchObject([{ body: 'xxxxx', revision: 1 }]);
  draft.write({ body: 'more' });
  await vi.advanceTimersByTimeAsync(600);
  expect(saved.at(-1)).toMatchObject({ body: 'more', revision: 2 });
  expect(draft.view().saving).toBe('saved');
});

test('a reload finds it, and another device as well', async () => {
  const { state, open } = house();
  open().write({ body: 'mine' });
  await vi.advanceTimersByTimeAsync(300);
  expect(open().view().body).toBe('mine');
  state.stored = null;
  state.server = theirs({ body: 'from there', revision: 4 });
  const elsewhere = open();
  await elsewhere.load();
  expect(elsewhere.view()).toMatchObject({ body: 'from there', outside: 1, conflict: null });
});

test('a save that fails keeps the text, says so and tries again', async () => {
  const { saved, state, open } = house();
  const draft = open();
  state.trouble = new ApiError({ status: 0, code: 'network', message: '' });
  draft.write({ body: 'kept' });
  await draft.flush();
  expect(draft.view()).toMatchObject({ body: 'kept', saving: 'failed' });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(saved).toMatchObject([{ body: 'kept', revision: 2 }]);
  expect(draft.view().saving).toBe('saved');
});

test('a newer one of another device is shown, and either stays by choice', async () => {
  for (const choice of ['theirs', 'mine'] as const) {
    const { saved, state, open } = house();
    const draft = open();
    draft.write({ body: 'mine' });
    state.trouble = newer(theirs({ body: 'theirs', revision: 1 }));
    await draft.flush();
    const { conflict, body } = draft.view();
    expect(body).toBe('mine');
    expect(conflict?.body).toBe('theirs');
    if (choice === 'theirs') draft.adopt(conflict!);
    else draft.keepMine();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(draft.view()).toMatchObject({ body: choice, conflict: null });
    expect(saved).toMatchObject(choice === 'mine' ? [{ body: 'mine', revision: 2 }] : []);
  }
});

test('what was sent elsewhere goes, unless something was written since', async () => {
  const { saved, open } = house();
  const draft = open();
  draft.write({ body: 'sent there' });
  await draft.flush();
  draft.meet(theirs({ ended: 'sent', revision: 7 }));
  expect(draft.view().body).toBe('');
  draft.write({ body: 'new' });
  draft.meet(theirs({ ended: 'sent', revision: 9 }));
  expect(draft.view()).toMatchObject({ body: 'new', conflict: null });
  await draft.flush();
  expect(saved.at(-1)).toMatchObject({ body: 'new', revision: 10 });
});

test('a text that leaves is empty here at once, and this browser keeps it until it has arrived', async () => {
  const { state, open } = house(['on-its-way']);
  const draft = open();
  draft.write({ body: 'leaving' });
  expect(draft.take('on-its-way').body).toBe('leaving');
  expect(draft.view().body).toBe('');
  await draft.flush();
  expect(open().view().body).toBe('');
  expect(JSON.parse(state.stored!).body).toBe('leaving');
  draft.sent('on-its-way');
  expect(state.stored).toBeNull();

  draft.write({ body: 'lost with the tab' });
  draft.take('of-a-tab-that-went');
  expect(open().view().body).toBe('lost with the tab');
});

test('what came to nothing stands above what was begun since', () => {
  const draft = house().open();
  draft.write({ body: 'first', cc: ['a@b.test'] });
  const content = draft.take('key');
  draft.write({ body: 'second' });
  draft.giveBack(content, 3);
  expect(draft.view()).toMatchObject({ body: 'first\n\nsecond', cc: ['a@b.test'], caret: 3 });
});

test('a macro, whom it names and an emptied list of copies stay with it, over a reload and another device', async () => {
  const { saved, state, open } = house();
  const ada = { id: 'ada', name: 'Ada Bauer' };
  const macro = {
    canned_reply_id: 'refund',
    title: 'Refund',
    actions: { add_tags: ['refund'] },
    changes: [],
  };
  const draft = open();
  draft.write({ body: 'See @Ada Bauer', cc: [], macro, mentions: [ada, { id: 'bo', name: 'Bo Berg' }] });
  await draft.flush();
  const { title: _title, changes: _changes, ...kept } = macro;
  expect(saved).toEqual([
    { body: 'See @Ada Bauer', cc: [], attachments: [], macro: kept, mentions: ['ada'], revision: 1 },
  ]);
  expect(open().view()).toMatchObject({ cc: [], macro, mentions: [ada, { id: 'bo' }] });
  const content = draft.take('key');
  expect(draft.view()).toMatchObject({ cc: null, macro: null, mentions: [] });
  draft.giveBack(content);
  expect(draft.view()).toMatchObject({ cc: [], macro, mentions: [ada, { id: 'bo' }] });
  state.stored = null;
  state.server = theirs({ body: 'x', revision: 3, cc: [], macro, mentions: [ada] });
  const elsewhere = open();
  await elsewhere.load();
  expect(elsewhere.view()).toMatchObject({ cc: [], macro, mentions: [ada] });
});
