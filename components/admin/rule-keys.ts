import type { SettingKey } from '@/lib/schemas/settings';

/** What of the settings routing goes by. */
export const RULE_KEYS = [
  'routing_policy',
  'queue_minutes',
  'kind_order',
  'routing_pace',
  'skill_waits',
  'language_waits',
  'sticky_days',
] as const satisfies SettingKey[];
export type RuleKey = (typeof RULE_KEYS)[number];
