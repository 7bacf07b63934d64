'use client';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Switch } from '@/components/ui/switch';

interface VipSwitchProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  hint: string;
}

export function VipSwitch({ checked, onChange, hint }: VipSwitchProps) {
  const c = useTranslations('common');
  const id = useId();
  return (
    <div className="flex items-start gap-3">
      <Switch
        checked={checked}
        onCheckedChange={onChange}
        aria-labelledby={id}
        aria-describedby={`${id}-hint`}
      />
      <div className="min-w-0">
        <p id={id} className="text-ui font-[550] text-ink">
          {c('vip')}
        </p>
        <p id={`${id}-hint`} className="text-small text-ink-3">
          {hint}
        </p>
      </div>
    </div>
  );
}
