'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { PersonPicker } from '@/components/admin/person-picker';
import { WeekHours } from '@/components/admin/week-hours';
import { useProblemText } from '@/components/data/use-problem-text';
import { useEditUser } from '@/components/data/use-save-user';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Switch } from '@/components/ui/switch';
import { toast } from '@/components/ui/toast';
import type { Absence, Shifts, UserDto } from '@/lib/schemas/person';

const OFFICE = [{ from: '09:00', to: '17:00' }];
const USUAL: Shifts = [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []];
const NOBODY = 'nobody';

type Planned = Pick<UserDto, 'id' | 'time_zone' | 'shifts' | 'absence'>;

/** When somebody works, and on which days he is out of office and who stands in for him; his own or an admin's to set. */
export function WorkPlan({ person }: { person: Planned }) {
  const t = useTranslations('presence.plan');
  const { problem, field } = useProblemText();
  const edit = useEditUser();
  const [kept, setKept] = useState(person);
  const [shifts, setShifts] = useState(person.shifts);
  const [absence, setAbsence] = useState(person.absence);
  const isSame = JSON.stringify([shifts, absence]) === JSON.stringify([kept.shifts, kept.absence]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    edit.mutate(
      { id: person.id, shifts, absence },
      {
        onSuccess: (saved) => {
          setKept(saved);
          toast.success(t('saved'));
        },
        onError: (error) => toast.error(problem(error)),
      },
    );
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-6">
      <Toggle
        label={t('shifts')}
        detail={t('shiftsDetail', { zone: person.time_zone.replaceAll('_', ' ') })}
        checked={shifts !== null}
        onChange={(on) => setShifts(on ? USUAL : null)}
      />
      {shifts ? (
        <WeekHours days={shifts} onChange={setShifts} words={{ closed: t('free'), never: t('neverOn') }} />
      ) : null}
      <Toggle
        label={t('absence')}
        detail={t('absenceDetail')}
        checked={absence !== null}
        onChange={(on) => setAbsence(on ? fromToday() : null)}
      />
      {absence ? (
        <AbsenceFields
          absence={absence}
          onChange={setAbsence}
          without={person.id}
          errorOf={(name) => field(edit.error, `absence.${name}`)}
        />
      ) : null}
      <div>
        <Button type="submit" variant="secondary" disabled={isSame} pending={edit.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

function fromToday(): Absence {
  const today = new Date().toLocaleDateString('sv');
  return { from: today, to: today, stand_in: null };
}

interface ToggleProps {
  label: string;
  detail: string;
  checked: boolean;
  onChange: (on: boolean) => void;
}

function Toggle({ label, detail, checked, onChange }: ToggleProps) {
  return (
    <div className="flex items-start gap-3">
      <Switch aria-label={label} checked={checked} onCheckedChange={onChange} />
      <div>
        <p className="text-ui text-ink">{label}</p>
        <p className="max-w-[60ch] text-small text-ink-3 text-pretty">{detail}</p>
      </div>
    </div>
  );
}

interface AbsenceFieldsProps {
  absence: Absence;
  onChange: (absence: Absence) => void;
  /** Nobody stands in for himself. */
  without: string;
  errorOf: (name: keyof Absence) => string | undefined;
}

function AbsenceFields({ absence, onChange, without, errorOf }: AbsenceFieldsProps) {
  const t = useTranslations('presence.plan');
  return (
    <div className="flex flex-wrap items-start gap-4">
      {(['from', 'to'] as const).map((name) => (
        <Field key={name} label={t(name)} error={errorOf(name)}>
          <Input
            type="date"
            required
            value={absence[name]}
            onChange={(event) => onChange({ ...absence, [name]: event.target.value })}
            className="tabular max-w-44"
          />
        </Field>
      ))}
      <div className="flex min-w-56 flex-1 flex-col gap-1.5">
        <span className="text-ui font-[550] text-ink">{t('standIn')}</span>
        <PersonPicker
          label={t('standIn')}
          value={absence.stand_in ?? NOBODY}
          onPick={(value) => onChange({ ...absence, stand_in: value === NOBODY ? null : value })}
          before={[{ value: NOBODY, label: t('nobody') }]}
          without={without}
          unknown={t('colleague')}
        />
        <p className="text-small text-ink-3 text-pretty">{t('standInDetail')}</p>
      </div>
    </div>
  );
}
