'use client';
import { X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useTeams } from '@/components/data/use-teams';
import { IconButton } from '@/components/ui/icon-button';
import { LabelledSwitch } from '@/components/ui/labelled-switch';
import { languageName } from '@/components/ui/language-name';
import { LanguagePicker } from '@/components/ui/language-picker';
import { Select } from '@/components/ui/select';
import type { Settings } from '@/lib/schemas/settings';
import { PointsField } from './points-field';

const SKILLS = ['preferred', 'required'] as const;
/** A week; what is offered when a wait is turned on. */
const MOST = 10_080;
const USUAL = { preferred: 10, required: 60, language: 60 };
/** In place of a team: anybody. */
const ANYBODY = 'anybody';

interface SkillWaitsProps {
  value: Settings['skill_waits'];
  onChange: (value: Settings['skill_waits']) => void;
  errorOf: (name: (typeof SKILLS)[number]) => string | undefined;
}

/** After how long skills are asked no more. */
export function SkillWaits({ value, onChange, errorOf }: SkillWaitsProps) {
  const t = useTranslations('routing.waits');
  return (
    <div className="flex flex-col gap-5">
      {SKILLS.map((name) => {
        const minutes = value[name];
        return (
          <div key={name}>
            <LabelledSwitch
              label={t(`${name}Switch`)}
              hint={t(minutes === null ? `${name}Off` : `${name}Effect`, { minutes: minutes ?? 0 })}
              checked={minutes !== null}
              onCheckedChange={(on) => onChange({ ...value, [name]: on ? USUAL[name] : null })}
            />
            {minutes === null ? null : (
              <div className="mt-3">
                <PointsField
                  label={t('minutes')}
                  value={minutes}
                  most={MOST}
                  onChange={(next) => onChange({ ...value, [name]: next })}
                  error={errorOf(name)}
                />
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
}

interface LanguageWaitsProps {
  value: Settings['language_waits'];
  onChange: (value: Settings['language_waits']) => void;
  error: string | undefined;
}

/** What becomes of tickets whose language nobody has spoken for a while, language by language. */
export function LanguageWaits({ value, onChange, error }: LanguageWaitsProps) {
  const t = useTranslations('routing.waits');
  const locale = useLocale();
  const teams = useTeams().data ?? [];
  const codes = value.map(({ language }) => language);
  const put = (language: string, change: Partial<Settings['language_waits'][number]>) =>
    onChange(value.map((one) => (one.language === language ? { ...one, ...change } : one)));
  return (
    <div>
      {value.length === 0 ? (
        <p className="text-ui text-ink-3">{t('noLanguage')}</p>
      ) : (
        <ul className="border-y">
          {value.map(({ language, minutes, team }) => {
            const name = languageName(language, locale);
            const choices = [
              { value: ANYBODY, label: t('anybody') },
              ...teams.map(({ id, name: label }) => ({ value: id, label: t('toTeam', { team: label }) })),
              ...(team && !teams.some(({ id }) => id === team) ? [{ value: team, label: t('gone') }] : []),
            ];
            return (
              <li
                key={language}
                className="grid grid-cols-[auto_1fr_auto] items-end gap-x-3 gap-y-2 border-b py-3 last:border-b-0 sm:grid-cols-[1fr_auto_16rem_auto]"
              >
                <span className="self-center text-ui font-medium max-sm:col-span-2">{name}</span>
                <PointsField
                  label={t('minutes')}
                  value={minutes}
                  most={MOST}
                  onChange={(next) => put(language, { minutes: next })}
                />
                <Select
                  aria-label={t('then', { language: name })}
                  value={team ?? ANYBODY}
                  onValueChange={(next) => put(language, { team: next === ANYBODY ? null : next })}
                  items={choices}
                  className="max-sm:col-span-2"
                />
                <IconButton
                  label={t('keepWaiting', { language: name })}
                  icon={<X aria-hidden className="size-4" />}
                  onClick={() => onChange(value.filter((one) => one.language !== language))}
                  className="max-sm:col-start-3 max-sm:row-start-1"
                />
              </li>
            );
          })}
        </ul>
      )}
      <div className="mt-3">
        <LanguagePicker
          value={[]}
          addLabel={t('addLanguage')}
          onChange={(picked) => {
            const added = picked.filter((code) => !codes.includes(code));
            onChange([
              ...value,
              ...added.map((code) => ({ language: code, minutes: USUAL.language, team: null })),
            ]);
          }}
        />
      </div>
      {error ? (
        <p role="alert" className="mt-2 text-small text-danger">
          {error}
        </p>
      ) : null}
    </div>
  );
}
