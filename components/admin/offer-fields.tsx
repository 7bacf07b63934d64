'use client';
import { useTranslations } from 'next-intl';
import { LabelledSwitch } from '@/components/ui/labelled-switch';
import type { Settings } from '@/lib/schemas/settings';
import { PointsField } from './points-field';

const KINDS = ['call', 'chat'] as const;
const MOST = { ring_seconds: 120, wrap_up_seconds: 1_800 } as const;
/** What is offered when a kind begins to ring. */
const USUAL = {
  call: { ring_seconds: 20, wrap_up_seconds: 30 },
  chat: { ring_seconds: 30, wrap_up_seconds: 0 },
};

interface OfferFieldsProps {
  value: Settings['offers'];
  onChange: (value: Settings['offers']) => void;
  errorOf: (name: string) => string | undefined;
}

/** Which kinds ring before they are somebody's, for how long, and how much time there is afterwards. */
export function OfferFields({ value, onChange, errorOf }: OfferFieldsProps) {
  const t = useTranslations('routing.offers');
  return (
    <div className="flex flex-col gap-6">
      {KINDS.map((kind) => {
        const offer = value[kind];
        return (
          <div key={kind}>
            <LabelledSwitch
              label={t(`${kind}Switch`)}
              hint={
                offer
                  ? [
                      t('ringEffect', { seconds: offer.ring_seconds }),
                      t('wrapUpEffect', { seconds: offer.wrap_up_seconds }),
                      ...(kind === 'call' ? [t('oneCall')] : []),
                    ].join(' ')
                  : t('off')
              }
              checked={offer !== null}
              onCheckedChange={(on) => onChange({ ...value, [kind]: on ? USUAL[kind] : null })}
            />
            {offer ? (
              <div className="mt-4 flex flex-wrap gap-4">
                {(['ring_seconds', 'wrap_up_seconds'] as const).map((name) => (
                  <PointsField
                    key={name}
                    label={t(name)}
                    value={offer[name]}
                    most={MOST[name]}
                    onChange={(seconds) => onChange({ ...value, [kind]: { ...offer, [name]: seconds } })}
                    error={errorOf(`${kind}.${name}`)}
                  />
                ))}
              </div>
            ) : null}
          </div>
        );
      })}
    </div>
  );
}
