'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useIdentitySecret, useRenewIdentitySecret } from '@/components/data/use-websites';
import { Button } from '@/components/ui/button';
import { OnDemand } from '../channels/on-demand';
import { FormSection } from '../form-section';
import { Code } from './code';
import { PAGE_SAMPLE, SERVER_SAMPLES } from './identity-samples';

/** The secret with which the website says who its people are, and how it does. */
export function SignedIdentity({ id }: { id: string }) {
  const t = useTranslations('websites.identity');
  const [open, setOpen] = useState(false);
  const [language, setLanguage] = useState<keyof typeof SERVER_SAMPLES>('Node');
  const secret = useIdentitySecret(id, open).data;
  const renew = useRenewIdentitySecret(id);
  return (
    <FormSection title={t('title')} detail={t('detail')}>
      <OnDemand
        words={t}
        open={open}
        onOpen={setOpen}
        lines={secret && [{ name: t('secret'), text: secret.secret }]}
        renew={renew}
      />
      <div>
        <div className="mb-2 flex flex-wrap items-center gap-2">
          <h3 className="me-2 text-ui font-[550]">{t('sample')}</h3>
          {(Object.keys(SERVER_SAMPLES) as (keyof typeof SERVER_SAMPLES)[]).map((name) => (
            <Button
              key={name}
              size="small"
              variant={name === language ? 'secondary' : 'quiet'}
              aria-pressed={name === language}
              onClick={() => setLanguage(name)}
            >
              {name}
            </Button>
          ))}
        </div>
        <Code key={language} text={SERVER_SAMPLES[language]} />
        <h3 className="mt-4 mb-2 text-ui font-[550]">{t('page')}</h3>
        <Code text={PAGE_SAMPLE} />
      </div>
    </FormSection>
  );
}
