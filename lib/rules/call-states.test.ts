import { describe, expect, it } from 'vitest';
import { CALL_HAPPENINGS, CALL_STATES, type CallState, mayWish, nextCallState } from './call-states';

/** Every state and everything that can happen in it; '' where it means nothing. */
const TABLE: Record<CallState, string> = {
  //         joined    held  recording recorded  gone      silent
  ringing: 'answered  -     voicemail voicemail missed    -',
  answered: '-        held  -         -         ended     -',
  held: 'answered     -     -         -         ended     -',
  voicemail: '-       -     -         voicemail voicemail missed',
  missed: '-          -     -         voicemail -         -',
  ended: '-           -     -         -         -         -',
};

describe('a call', () => {
  it.each(CALL_STATES)('that is %s goes where the table says, and nowhere else', (state) => {
    const next = CALL_HAPPENINGS.map((happening) => nextCallState(state, happening) ?? '-');
    expect(next).toEqual(TABLE[state].split(/\s+/));
  });

  it('that is over is over: no wish means anything', () => {
    for (const state of CALL_STATES)
      for (const wish of ['pick_up', 'hold', 'resume', 'hang_up'] as const)
        expect(mayWish(state, true, wish)).toBe(false);
  });

  it('is held while it is spoken, and resumed while it is held', () => {
    const may = (wish: 'hold' | 'resume') => CALL_STATES.filter((state) => mayWish(state, false, wish));
    expect([may('hold'), may('resume')]).toEqual([['answered'], ['held']]);
  });
});
