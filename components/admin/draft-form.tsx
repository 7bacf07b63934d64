'use client';
import type { ReactNode } from 'react';
import { FormAlert } from '@/components/ui/form-alert';
import { FormFoot } from '@/components/ui/form-foot';
import { focusInvalid } from './focus-invalid';
import type { useDraft } from './use-draft';

interface DraftFormProps {
  form: ReturnType<typeof useDraft>['form'];
  /** What the button says that sends it. */
  submit: string;
  onCancel?: () => void;
  className?: string;
  children: ReactNode;
}

/** The frame of a form of `useDraft`: sends it, says what was refused, and takes the keyboard there. */
export function DraftForm({ form, submit, onCancel, className, children }: DraftFormProps) {
  return (
    <form
      noValidate
      className={className ?? 'flex flex-col gap-4'}
      onSubmit={(event) => {
        event.preventDefault();
        const target = event.currentTarget;
        form.submit(() => focusInvalid(target));
      }}
    >
      {children}
      {form.problem ? <FormAlert>{form.problem}</FormAlert> : null}
      <FormFoot submit={submit} pending={form.pending} onCancel={onCancel} />
    </form>
  );
}
