'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { useProblemText } from '@/components/data/use-problem-text';
import { useEditSettings, useSettings } from '@/components/data/use-settings';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Switch } from '@/components/ui/switch';
import { toast } from '@/components/ui/toast';
import type { Settings } from '@/lib/schemas/settings';

const MOST = { ai_per_hour: 1_000, ai_per_day: 10_000 } as const;
type Cap = keyof typeof MOST;

/** How many drafts each person may ask for, and whether other customers' answered tickets may be quoted. */
export function AiLimits() {
  const settings = useSettings().data;
  return settings ? <LimitsForm settings={settings} /> : null;
}

function LimitsForm({ settings }: { settings: Settings }) {
  const t = useTranslations('ai.admin');
  const { problem } = useProblemText();
  const id = useId();
  const [caps, setCaps] = useState({
    ai_per_hour: String(settings.ai_per_hour),
    ai_per_day: String(settings.ai_per_day),
  });
  const [answered, setAnswered] = useState(settings.ai_answered_tickets);
  const [checked, setChecked] = useState(false);
  const save = useEditSettings();
  const wrong = (cap: Cap) => !/^\d{1,5}$/.test(caps[cap].trim()) || Number(caps[cap]) > MOST[cap];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (wrong('ai_per_hour') || wrong('ai_per_day')) return;
    save.mutate(
      {
        ai_per_hour: Number(caps.ai_per_hour),
        ai_per_day: Number(caps.ai_per_day),
        ai_answered_tickets: answered,
      },
      {
        onSuccess: () => toast.success(t('saved')),
        onError: (error) => toast.error(t('saveFailed'), { description: problem(error) }),
      },
    );
  };
  const field = (cap: Cap, label: string) => (
    <Field label={label} error={checked && wrong(cap) ? t('whole', { from: 0, to: MOST[cap] }) : undefined}>
      <Input
        inputMode="numeric"
        value={caps[cap]}
        maxLength={5}
        onChange={(event) => setCaps((now) => ({ ...now, [cap]: event.target.value }))}
      />
    </Field>
  );
  return (
    <section aria-labelledby={`${id}-title`} className="mt-10 border-t pt-6">
      <h2 id={`${id}-title`} className="text-heading">
        {t('limits')}
      </h2>
      <form noValidate onSubmit={submit} className="mt-3 flex max-w-md flex-col gap-4">
        {field('ai_per_hour', t('perHour'))}
        {field('ai_per_day', t('perDay'))}
        <div className="flex items-start justify-between gap-4">
          <div>
            <p id={`${id}-answered`} className="text-ui font-[550]">
              {t('answered')}
            </p>
            <p id={`${id}-hint`} className="text-small text-ink-3">
              {t('answeredHint')}
            </p>
          </div>
          <Switch
            checked={answered}
            onCheckedChange={setAnswered}
            aria-labelledby={`${id}-answered`}
            aria-describedby={`${id}-hint`}
          />
        </div>
        <Button type="submit" variant="primary" pending={save.isPending} className="self-start">
          {t('save')}
        </Button>
      </form>
    </section>
  );
}
