import { useFormatter, useTranslations } from 'next-intl';
import type { Counted } from '@/lib/schemas/board';

/** "12", or "1,000+" where counting ended. */
export function useCounted(): (counted: Counted) => string {
  const t = useTranslations('board');
  const format = useFormatter();
  return ({ n, is_more }) => (is_more ? t('more', { n: format.number(n) }) : format.number(n));
}
