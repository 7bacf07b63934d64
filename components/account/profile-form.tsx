'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useSyncExternalStore } from 'react';
import { useForm } from '@/components/auth/use-form';
import { useEditMe } from '@/components/data/use-me';
import { Labelled } from '@/components/portal/labelled';
import { NativeSelect } from '@/components/portal/native-select';
import { rememberLocale } from '@/components/portal/remember-locale';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormAlert } from '@/components/ui/form-alert';
import { Input } from '@/components/ui/input';
import { toast } from '@/components/ui/toast';
import { LOCALE_NAMES } from '@/lib/rules/locales';
import type { MeDto } from '@/lib/schemas/person';
import type { Locale } from '@/lib/schemas/values';

interface ProfileFormProps {
  me: MeDto;
  /** All that the server knows, so that what is chosen here is accepted there. */
  timeZones: string[];
}

export function ProfileForm({ me, timeZones }: ProfileFormProps) {
  const t = useTranslations('account.profile');
  const router = useRouter();
  const edit = useEditMe();
  const isStaff = me.role !== 'customer';
  const [zone, setZone] = useState(me.time_zone);
  const here = useSyncExternalStore(
    () => () => {},
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => null,
  );
  const form = useForm(async ({ name = '', locale = me.locale, time_zone = zone, phone }) => {
    const calls = isStaff ? { phone: phone?.trim() || null } : {};
    await edit.mutateAsync({ name, locale: locale as Locale, time_zone, ...calls });
    rememberLocale(locale);
    toast.success(t('saved'));
    router.refresh();
  });
  const zones = timeZones.includes(zone) ? timeZones : [zone, ...timeZones];
  return (
    <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-5">
      {form.problem ? <FormAlert>{form.problem}</FormAlert> : null}
      <Field label={t('name')} error={form.field('name')}>
        <Input name="name" defaultValue={me.name} autoComplete="name" dir="auto" />
      </Field>
      <Labelled id="locale" label={t('language')} hint={t('languageHint')}>
        <NativeSelect id="locale" name="locale" aria-describedby="locale-hint" defaultValue={me.locale}>
          {Object.entries(LOCALE_NAMES).map(([code, name]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </NativeSelect>
      </Labelled>
      <Labelled id="time_zone" label={t('timeZone')} hint={t('timeZoneHint')}>
        <NativeSelect
          id="time_zone"
          name="time_zone"
          aria-describedby="time_zone-hint"
          value={zone}
          onChange={(event) => setZone(event.target.value)}
        >
          {zones.map((name) => (
            <option key={name} value={name}>
              {name.replaceAll('_', ' ')}
            </option>
          ))}
        </NativeSelect>
        {here && here !== zone && timeZones.includes(here) ? (
          <Button size="small" variant="quiet" className="-ms-2 self-start" onClick={() => setZone(here)}>
            {t('useBrowserZone', { zone: here.replaceAll('_', ' ') })}
          </Button>
        ) : null}
      </Labelled>
      {isStaff ? (
        <Field label={t('phone')} hint={t('phoneHint')} error={form.field('phone')}>
          <Input name="phone" type="tel" dir="ltr" autoComplete="tel" defaultValue={me.phone ?? ''} />
        </Field>
      ) : null}
      <div>
        <Button type="submit" variant="primary" pending={form.pending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
