'use client';
import { parseAsJson, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useProblemText } from '@/components/data/use-problem-text';
import type { Settings } from '@/lib/schemas/settings';
import type { RuleForm } from '../routing-fields';
import type { RuleKey } from '../rule-keys';
import { readTrial, type Trial } from './read-trial';

export const TABS = ['ticket', 'rules'] as const;
const NOTHING: Trial = { settings: {}, teams: {}, more_agents: [] };

const parsers = {
  tab: parseAsStringLiteral(TABS).withDefault('ticket'),
  try: parseAsJson(readTrial).withDefault(NOTHING),
};

/** The tab, and the changes that are tried against the settings that hold. All of it is the address, so a link is the trial. */
export function useTry(saved: Settings) {
  const [{ tab, try: trial }, put] = useQueryStates(parsers, { history: 'replace', clearOnDefault: true });
  const { field } = useProblemText();
  const change = (next: Partial<Trial>) => {
    const merged = { ...trial, ...next };
    void put({ try: countOf(merged) === 0 ? null : merged });
  };
  const set: RuleForm['set'] = (key, value) => {
    const { [key as RuleKey]: _, ...others } = trial.settings;
    const isSaved = JSON.stringify(value) === JSON.stringify(saved[key]);
    change({ settings: isSaved ? others : { ...others, [key]: value } });
  };
  return {
    tab,
    setTab: (next: (typeof TABS)[number]) => void put({ tab: next }),
    trial,
    count: countOf(trial),
    change,
    clear: () => void put({ try: null }),
    /** @param error of what was asked with these changes. */
    form: (error: unknown): RuleForm => ({
      values: { ...saved, ...trial.settings },
      set,
      field: (path) => field(error, `settings.${path}`),
    }),
  };
}
export type Try = ReturnType<typeof useTry>;

const countOf = ({ settings, teams, more_agents }: Trial): number =>
  Object.keys(settings).length + Object.keys(teams).length + more_agents.length;
