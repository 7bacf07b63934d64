'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { WebsiteDto } from '@/lib/schemas/website';
import { type Init, READY } from '@/widget/host-protocol';

/** The widget's frame as visitors have it; this page plays the loader. */
export function WebsitePreview({ website }: { website: WebsiteDto }) {
  const t = useTranslations('websites');
  const locale = useLocale();
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    let port: MessagePort | undefined;
    const hear = ({ source, origin, data }: MessageEvent) => {
      const own = frame.current?.contentWindow;
      if (!own || source !== own || origin !== window.location.origin || data !== READY) return;
      const channel = new MessageChannel();
      port?.close();
      port = channel.port1;
      const place = { page_url: '', page_title: '', referrer: '' };
      const init: Init = { helpdesk: 'init', place, identity: null, shown: true, closes: false };
      own.postMessage(init, origin, [channel.port2]);
    };
    window.addEventListener('message', hear);
    return () => {
      window.removeEventListener('message', hear);
      port?.close();
    };
  }, []);
  if (!website.is_active) return null;
  const { accent, greeting, languages, asks_email, verified_only } = website;
  return (
    <section aria-labelledby="preview" className="xl:sticky xl:top-6">
      <h2 id="preview" className="text-heading">
        {t('preview')}
      </h2>
      <p className="mt-0.5 mb-4 text-small text-ink-2 text-pretty">{t('previewDetail')}</p>
      <iframe
        // a saved change is shown at once
        key={JSON.stringify([accent, greeting, languages, asks_email, verified_only])}
        ref={frame}
        title={t('preview')}
        src={`/widget/${website.key}/?locale=${locale}`}
        className="h-[min(42.5rem,calc(100dvh-10rem))] w-full max-w-96 rounded-[14px] border shadow-float"
      />
    </section>
  );
}
