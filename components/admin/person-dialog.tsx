'use client';
import { useTranslations } from 'next-intl';
import { Dialog } from '@/components/ui/dialog';
import { NewPersonForm } from './new-person-form';

export function PersonDialog({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations('people.form');
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('new')} description={t('newDetail')}>
      <NewPersonForm onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}
