'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { CopyButton } from './copy-button';

/** A request that works as it stands once a key is in it. */
export function Example() {
  const t = useTranslations('developers');
  const [origin, setOrigin] = useState('');
  // the server does not know by which address people come
  useEffect(() => setOrigin(window.location.origin), []);
  const command = `curl -H "Authorization: Bearer sbk_…" "${origin}/api/tickets/?limit=5"`;
  return (
    <section aria-label={t('example')} className="mt-10 max-w-3xl">
      <h2 className="text-heading">{t('example')}</h2>
      <p className="mt-1 text-ui text-ink-2">{t('exampleDetail')}</p>
      <div className="mt-3 flex items-start gap-2 rounded-control bg-sunken p-3">
        <code className="min-w-0 flex-1 break-all pt-1 font-mono text-small text-ink">{command}</code>
        <CopyButton text={command} />
      </div>
    </section>
  );
}
