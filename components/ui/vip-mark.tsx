import { Star } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** A star that says VIP, to the eye and to screen readers. */
export function VipMark({ className = 'size-3.5' }: { className?: string }) {
  const c = useTranslations('common');
  return (
    <span role="img" aria-label={c('vip')} title={c('vip')} className="inline-flex shrink-0 text-warn">
      <Star aria-hidden className={className} fill="currentColor" strokeWidth={1.5} />
    </span>
  );
}
