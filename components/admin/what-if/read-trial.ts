import type { ReplayQuestion } from '@/components/data/use-what-if';
import type { Settings } from '@/lib/schemas/settings';
import { POLICIES } from '@/lib/schemas/values';
import { RULE_KEYS, type RuleKey } from '../rule-keys';

type TeamChanges = NonNullable<ReplayQuestion['teams']>;
export type MoreAgent = NonNullable<ReplayQuestion['more_agents']>[number];

/** What is tried in place of what holds. */
export interface Trial {
  settings: Partial<Pick<Settings, RuleKey>>;
  teams: TeamChanges;
  more_agents: MoreAgent[];
}

type Check = (value: unknown) => boolean;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumber: Check = (value) => typeof value === 'number';
const isPolicy: Check = (value) => (POLICIES as readonly unknown[]).includes(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const each =
  (names: readonly string[], check: Check): Check =>
  (value) =>
    isRecord(value) && names.every((name) => check(value[name]));

const SHAPES: Record<RuleKey, Check> = {
  routing_policy: isPolicy,
  queue_minutes: each(['priority', 'urgency', 'vip'], isNumber),
  kind_order: orNull(each(['call', 'chat', 'other'], isNumber)),
  routing_pace: orNull(each(['tickets', 'minutes'], isNumber)),
  skill_waits: each(['preferred', 'required'], orNull(isNumber)),
  language_waits: (value) => Array.isArray(value) && value.every(each(['minutes'], isNumber)),
  sticky_days: isNumber,
};

const isRuleKey = (key: string): key is RuleKey => (RULE_KEYS as readonly string[]).includes(key);
const entriesOf = (value: unknown) => (isRecord(value) ? Object.entries(value) : []);

/**
 * A trial as an address has it, which anybody may have written: what has not the shape is left out. Whether the values
 * make sense the server says.
 */
export function readTrial(value: unknown): Trial | null {
  if (!isRecord(value)) return null;
  return {
    settings: Object.fromEntries(
      entriesOf(value.settings).filter(([key, one]) => isRuleKey(key) && SHAPES[key](one)),
    ) as Trial['settings'],
    teams: Object.fromEntries(
      entriesOf(value.teams).filter(([, policy]) => orNull(isPolicy)(policy)),
    ) as TeamChanges,
    more_agents: (Array.isArray(value.more_agents) ? value.more_agents : []).filter(isAgent),
  };
}

const isAgent = (value: unknown): value is MoreAgent =>
  isRecord(value) &&
  Array.isArray(value.languages) &&
  isNumber(value.capacity) &&
  Array.isArray(value.shifts) &&
  value.shifts.length === 7 &&
  value.shifts.every((day) => Array.isArray(day) && day.every(isRecord));
