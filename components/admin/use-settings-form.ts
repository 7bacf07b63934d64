'use client';
import { type FormEvent, useState } from 'react';
import { useProblemText } from '@/components/data/use-problem-text';
import { useEditSettings, useSettings } from '@/components/data/use-settings';
import { toast } from '@/components/ui/toast';
import type { EditSettingsInput, SettingKey, Settings } from '@/lib/schemas/settings';

/**
 * A form over some of the settings. What was not touched follows what others save; saving sends only what is another
 * value now, so that two admins on two pages do not undo each other.
 */
export function useSettingsForm(initial: Settings, savedText: string, onSaved?: () => void) {
  const saved = useSettings(initial).data ?? initial;
  const save = useEditSettings();
  const { problem, field } = useProblemText();
  const [edits, setEdits] = useState<EditSettingsInput>({});
  const changed = Object.fromEntries(
    Object.entries(edits).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(saved[key as SettingKey]),
    ),
  ) as EditSettingsInput;
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.mutate(changed, {
      onSuccess: () => {
        setEdits({});
        toast.success(savedText);
        onSaved?.();
      },
    });
  };
  return {
    values: { ...saved, ...edits } as Settings,
    set: <K extends SettingKey>(key: K, value: Settings[K]) => {
      save.reset();
      setEdits((now) => ({ ...now, [key]: value }));
    },
    /** What is another value now than the saved one. */
    changed,
    onSubmit,
    field: (path: string) => field(save.error, path),
    bar: {
      dirty: Object.keys(changed).length > 0,
      pending: save.isPending,
      problem: save.error ? problem(save.error) : undefined,
      onDiscard: () => {
        save.reset();
        setEdits({});
      },
    },
  };
}
