import { expect, test } from 'vitest';
import { type Asked, type Waits, waivedLanguages, waiversOf } from './relaxation';

const asked = (given: Partial<Asked> = {}): Asked => ({
  ...{ languages: [], skills: [], preferred: [], team_id: null, keeps_skills: false },
  ...given,
});
const waits = (given: Partial<Waits> = {}): Waits => ({
  ...{ skill_waits: { preferred: null, required: null }, language_waits: [] },
  ...given,
});
const skills = { skill_waits: { preferred: 5, required: 30 } };
const toAnybody = { language_waits: [{ language: 'de', minutes: 20, team: null }] };
const toTeam = { language_waits: [{ language: 'de', minutes: 20, team: 'north' }] };

test.each<[string, Partial<Asked>, Partial<Waits>, string[]]>([
  ['nothing is set', { languages: ['de'], skills: ['vpn'], preferred: ['vip'] }, {}, []],
  ['nothing is asked', {}, { ...skills, ...toAnybody }, []],
  ['what is wished for', { preferred: ['vip'] }, skills, ['preferred after 5']],
  ['what is required', { skills: ['vpn'] }, skills, ['skills after 30']],
  [
    'its team wants the skills',
    { skills: ['vpn'], preferred: ['vip'], keeps_skills: true },
    skills,
    ['preferred after 5'],
  ],
  ['the language that it is set for', { languages: ['de', 'fr'] }, toAnybody, ['language:de after 20']],
  ['another language is waited for', { languages: ['fr'] }, toAnybody, []],
  ['the team for it', { languages: ['de'], team_id: 'south' }, toTeam, ['fallback:de after 20']],
  ['that team has it', { languages: ['de'], team_id: 'north' }, toTeam, []],
])('%s', (_, given, set, expected) => {
  const found = waiversOf(asked(given), waits(set)).map(({ tag, minutes }) => `${tag} after ${minutes}`);
  expect(found).toEqual(expected);
});

test('languages among what was waived', () => {
  expect(waivedLanguages(['skills', 'language:de', 'fallback:it', 'language:fr'])).toEqual(['de', 'fr']);
});
