'use client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useProblemText } from '@/components/data/use-problem-text';

interface DraftOptions<Draft, Kept> {
  /** What the form begins with. */
  start: Draft;
  /** Sends what is typed, without the blanks around it; answers what was kept. */
  save: (draft: Draft) => Promise<Kept>;
  onSaved: (kept: Kept) => void;
}

/** A form that is sent as a whole, for DraftForm: what is typed so far, and what the server said to it. */
export function useDraft<Draft extends object, Kept>({ start, save, onSaved }: DraftOptions<Draft, Kept>) {
  const [draft, setDraft] = useState(start);
  const { problem, field } = useProblemText();
  const saving = useMutation({ mutationFn: save });
  const set = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  /** What is wrong with a field, by its path in what was sent. */
  const fault = (path: string) => field(saving.error, path);
  return {
    draft,
    set,
    fault,
    /** What the control of one field needs. */
    of: <Name extends keyof Draft & string>(name: Name) => ({
      value: draft[name],
      onChange: (value: Draft[Name]) => setDraft((now) => ({ ...now, [name]: value })),
      error: fault(name),
    }),
    form: {
      problem: saving.error ? problem(saving.error) : null,
      pending: saving.isPending,
      submit: (onRefused: () => void) =>
        saving.mutate(trimmed(draft), { onSuccess: onSaved, onError: onRefused }),
    },
  };
}

const trimmed = <Draft extends object>(draft: Draft): Draft =>
  Object.fromEntries(
    Object.entries(draft).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]),
  ) as Draft;
