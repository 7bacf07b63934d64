import { describe, expect, it } from 'vitest';
import { completeSearch, operatorAt, valueAt } from './complete-search';

const names = {
  people: ['Ada Bauer', 'Bruno Rossi'],
  topics: ['loan', 'Card payment'],
  tags: ['vip', 'fire'],
};
const today = new Date('2026-03-08T10:00:00Z');
const texts = (input: string) => completeSearch(input, names, today).map(({ text }) => text);

describe('completeSearch', () => {
  it.each([
    // an operator from its first two letters
    ['st', ['status:']],
    ['printer as', ['printer assignee:']],
    ['PR', ['priority:']],
    // its values
    ['is:op', ['is:open ']],
    ['printer is:res', ['printer is:resolved ']],
    ['priority:', ['priority:urgent ', 'priority:high ', 'priority:medium ', 'priority:low ']],
    ['status:in', ['status:in_progress ']],
    ['has:', ['has:attachment ']],
    ['lang:it', []],
    ['channel:c', ['channel:chat ', 'channel:call ']],
    ['after:', ['after:2026-03-07 ', 'after:2026-03-01 ', 'after:2026-02-06 ']],
    // names of the house, those with blanks in quotes
    ['assignee:', ['assignee:me ', 'assignee:none ', 'assignee:"Ada Bauer" ', 'assignee:"Bruno Rossi" ']],
    ['assignee:"ada b', ['assignee:"Ada Bauer" ']],
    ['topic:ca', ['topic:"Card payment" ']],
    ['jam TAG:v', ['jam tag:vip ']],
    // words, whole values, and what no operator knows
    ['printer', []],
    ['s', []],
    ['', []],
    ['is:open', []],
    ['is:open ', []],
    ['colour:r', []],
    ['from:an', []],
    ['"exact is', []],
  ])('%j goes on as %j', (input, expected) => {
    expect(texts(input)).toEqual(expected);
  });

  it('says whose value is typed', () => {
    expect([operatorAt('jam tag:v'), valueAt('jam tag:v')]).toEqual(['tag', 'v']);
    expect([operatorAt('assignee:"ada b'), valueAt('assignee:"ada b')]).toEqual(['assignee', 'ada b']);
    expect([operatorAt('jam'), valueAt('jam')]).toEqual([null, '']);
  });
});
