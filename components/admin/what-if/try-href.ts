import type { EditSettingsInput } from '@/lib/schemas/settings';
import { RULE_KEYS } from '../rule-keys';

/** The page where changes are tried, with those of them that routing goes by. */
export function tryHref(changed: EditSettingsInput): string {
  const settings = Object.fromEntries(
    RULE_KEYS.flatMap((key) => (key in changed ? [[key, changed[key]]] : [])),
  );
  const query = new URLSearchParams({ tab: 'rules' });
  if (Object.keys(settings).length > 0) query.set('try', JSON.stringify({ settings }));
  return `/admin/routing/what-if?${query}`;
}
