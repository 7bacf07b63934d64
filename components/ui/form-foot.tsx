'use client';
import { useTranslations } from 'next-intl';
import { Button } from './button';

interface FormFootProps {
  /** What the button says that does it. */
  submit: string;
  /** It cannot be taken back. */
  isDanger?: boolean;
  disabled?: boolean | undefined;
  pending?: boolean | undefined;
  onCancel: () => void;
}

/** The last line of a form in a dialog: leave it, or send it. */
export function FormFoot({ submit, isDanger, disabled, pending, onCancel }: FormFootProps) {
  const t = useTranslations('common');
  return (
    <div className="flex justify-end gap-2 pt-2">
      <Button variant="quiet" onClick={onCancel}>
        {t('cancel')}
      </Button>
      <Button type="submit" variant={isDanger ? 'danger' : 'primary'} disabled={disabled} pending={pending}>
        {submit}
      </Button>
    </div>
  );
}
