'use client';
import { useTranslations } from 'next-intl';
import { useConnection } from '@/components/data/use-connection';
import { useAfter } from './use-after';

/** Says nothing for 3 s: most cuts heal before anybody notices. */
export function ConnectionBar() {
  const t = useTranslations('portal.connection');
  const { state, since } = useConnection();
  const lasting = useAfter(state !== 'connected' && since > 0, 3_000);
  if (!lasting || state === 'connected') return null;
  return (
    <p
      role="status"
      className="sticky top-0 z-20 border-b border-note-line bg-note px-5 py-1.5 text-center text-small text-note-ink"
    >
      {t(state)}
    </p>
  );
}
