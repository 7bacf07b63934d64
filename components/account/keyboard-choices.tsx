'use client';
import { useTranslations } from 'next-intl';
import { AFTER_ACTS, type AfterAct, useAfterAct } from '@/components/desk/commands/after-act';
import { useSingleKeys } from '@/components/desk/commands/use-single-keys';
import { Labelled } from '@/components/portal/labelled';
import { NativeSelect } from '@/components/portal/native-select';
import { Switch } from '@/components/ui/switch';

/** Keys of one letter on or off, and where the desk goes after a ticket; this browser keeps both. */
export function KeyboardChoices({ meId }: { meId: string }) {
  const t = useTranslations('commands');
  const { enabled, setEnabled } = useSingleKeys();
  const [after, setAfter] = useAfterAct(meId);
  return (
    <div className="flex flex-col gap-6">
      <div className="flex items-center justify-between gap-4">
        <div>
          <p id="single-keys" className="text-ui font-[550]">
            {t('singleKeys.label')}
          </p>
          <p id="single-keys-hint" className="text-small text-ink-3">
            {t('singleKeys.hint')}
          </p>
        </div>
        <Switch
          checked={enabled}
          onCheckedChange={setEnabled}
          aria-labelledby="single-keys"
          aria-describedby="single-keys-hint"
        />
      </div>
      <Labelled id="after-act" label={t('after.label')} hint={t('after.hint')}>
        <NativeSelect
          id="after-act"
          aria-describedby="after-act-hint"
          value={after}
          onChange={(event) => setAfter(event.target.value as AfterAct)}
        >
          {AFTER_ACTS.map((choice) => (
            <option key={choice} value={choice}>
              {t(`after.${choice}`)}
            </option>
          ))}
        </NativeSelect>
      </Labelled>
    </div>
  );
}
