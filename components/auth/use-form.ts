'use client';
import { type FormEvent, useRef, useState } from 'react';
import { ApiError } from '@/components/data/api-error';
import { useProblemText } from '@/components/data/use-problem-text';

/**
 * Sends a small form once at a time. `field('email')` and `problem` are what is wrong, in the reader's language;
 * the first field that is wrong gets focus. A refused form keeps everything that was typed.
 */
export function useForm(send: (values: Record<string, string>) => Promise<void>) {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const busy = useRef(false);
  const text = useProblemText();

  const run = async (values: Record<string, string>, form?: HTMLFormElement) => {
    if (busy.current) return;
    busy.current = true;
    setPending(true);
    setError(null);
    try {
      await send(values);
    } catch (cause) {
      setError(cause);
      if (form && cause instanceof ApiError) focusFirst(form, Object.keys(cause.fields));
    } finally {
      busy.current = false;
      setPending(false);
    }
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const values = Object.fromEntries(
      [...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
    );
    void run(values, form);
  };

  const known = error instanceof ApiError && Object.keys(error.fields).length > 0;
  return {
    onSubmit,
    /** The same without a form around it. */
    run,
    pending,
    error,
    setError,
    field: (path: string) => text.field(error, path),
    /** The sentence for the whole form; null while its fields say enough. */
    problem: error === null || known ? null : text.problem(error),
  };
}

function focusFirst(form: HTMLFormElement, names: string[]): void {
  // After React has drawn the errors, so that a screen reader finds the description beside the field.
  requestAnimationFrame(() => {
    for (const element of form.elements) {
      if (element instanceof HTMLElement && names.includes(element.getAttribute('name') ?? '')) {
        element.focus();
        return;
      }
    }
  });
}
