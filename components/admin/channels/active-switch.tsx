import { useTranslations } from 'next-intl';
import { LabelledSwitch } from '@/components/ui/labelled-switch';

interface ActiveSwitchProps {
  value: boolean;
  onChange: (isActive: boolean) => void;
  /** What is not done while it is off. */
  hint: string;
}

/** Whether a mailbox, website, page or line is in use: the last thing that its form asks. */
export function ActiveSwitch({ value, onChange, hint }: ActiveSwitchProps) {
  const t = useTranslations('channels.shared');
  return <LabelledSwitch label={t('active')} hint={hint} checked={value} onCheckedChange={onChange} />;
}
