'use client';
import { useFormatter, useTranslations } from 'next-intl';
import { Tick } from '@/components/ui/tick';

/** What a merge of different customers' tickets needs to be told. */
export interface Consent {
  confirm_customers: boolean;
  add_cc: boolean;
}
export const NO_CONSENT: Consent = { confirm_customers: false, add_cc: false };

interface ConfirmCustomersProps {
  /** Whose tickets close. */
  sources: readonly string[];
  /** Who will read what they wrote. */
  target: string;
  value: Consent;
  onChange: (value: Consent) => void;
}

/** Before tickets of different customers are merged: who will read what, and that it is meant. */
export function ConfirmCustomers({ sources, target, value, onChange }: ConfirmCustomersProps) {
  const t = useTranslations('lifecycle.merge');
  const source = useFormatter().list(sources);
  return (
    <div className="flex flex-col gap-2 rounded-control bg-sunken px-3 py-2.5 text-small">
      <p className="text-pretty">{t('customers', { source, target })}</p>
      <Tick
        checked={value.confirm_customers}
        onChange={(confirm_customers) => onChange({ ...value, confirm_customers })}
      >
        {t('confirm', { target })}
      </Tick>
      <Tick checked={value.add_cc} onChange={(add_cc) => onChange({ ...value, add_cc })}>
        {t('addCc', { source })}
      </Tick>
    </div>
  );
}
