'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from './button';

interface FormFootProps {
  /** What the button says that does it. */
  submit: string;
  /** It cannot be taken back. */
  isDanger?: boolean;
  disabled?: boolean | undefined;
  pending?: boolean | undefined;
  /** Without it there is nothing to leave: the form is a part of its page. */
  onCancel?: (() => void) | undefined;
  /** Something else to do with what is edited, away from the two. */
  children?: ReactNode;
}

/** The last line of a form: leave it, or send it. */
export function FormFoot({ submit, isDanger, disabled, pending, onCancel, children }: FormFootProps) {
  const t = useTranslations('common');
  return (
    <div className="flex flex-wrap justify-end gap-2 pt-2">
      {children ? <div className="me-auto">{children}</div> : null}
      {onCancel ? (
        <Button variant="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      ) : null}
      <Button type="submit" variant={isDanger ? 'danger' : 'primary'} disabled={disabled} pending={pending}>
        {submit}
      </Button>
    </div>
  );
}
