'use client';
import { useTranslations } from 'next-intl';
import { useTeams } from '@/components/data/use-teams';
import { SelectField } from '../select-field';

const NONE = 'none';

interface TeamFieldProps {
  /** Id of a team. */
  value: string | null;
  onChange: (team: string | null) => void;
  error: string | undefined;
}

/** The team that gets the tickets of a channel, or none. */
export function TeamField({ value, onChange, error }: TeamFieldProps) {
  const t = useTranslations('channels.shared');
  const teams = useTeams().data ?? [];
  return (
    <SelectField
      label={t('team')}
      error={error}
      value={value ?? NONE}
      onChange={(team) => onChange(team === NONE ? null : team)}
      items={[
        { value: NONE, label: t('noTeam') },
        ...teams.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
