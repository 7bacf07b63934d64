'use client';
import { Download, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useUser } from '@/components/data/use-users';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { controlStyle } from '@/components/ui/control-style';
import { Select } from '@/components/ui/select';
import { AuditEntries } from './audit-entries';
import { AUDIT_KINDS, type AuditKind } from './audit-kinds';
import { PageHead } from './page-head';
import { PersonPicker } from './person-picker';

const ALL = 'all';
const HOUSE = 'house';
const kinds = Object.keys(AUDIT_KINDS) as AuditKind[];
/** A day of the reader's own clock, as the moment it begins, `days` later. */
const momentOf = (day: string, days = 0): string | undefined => {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  if (!date) return undefined;
  return new Date(Number(year), Number(month) - 1, Number(date) + days).toISOString();
};

/** What was done here, by whom and when; nobody can change it. All filters stand in the address. */
export function Audit() {
  const t = useTranslations('audit');
  const [{ actor, person, kind, from, to }, set] = useQueryStates(
    {
      actor: parseAsString,
      person: parseAsString,
      kind: parseAsStringLiteral(kinds),
      from: parseAsString.withDefault(''),
      to: parseAsString.withDefault(''),
    },
    { history: 'replace' },
  );
  const filters = {
    actor: actor ?? undefined,
    person: person ?? undefined,
    type: kind ? AUDIT_KINDS[kind].join(',') : undefined,
    from: momentOf(from),
    to: momentOf(to, 1),
  };
  const given = Object.entries(filters).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const filtered = Boolean(actor || person || kind || from || to);
  const clear = () => set({ actor: null, person: null, kind: null, from: null, to: null });
  const day = (key: 'from' | 'to', value: string) => (
    <label className="flex items-center gap-2 text-small text-ink-2">
      {t(key)}
      <input
        type="date"
        value={value}
        onChange={(event) => void set({ [key]: event.target.value || null })}
        className={`${controlStyle} tabular h-control w-38 px-2`}
      />
    </label>
  );
  return (
    <>
      <PageHead
        title={t('title')}
        detail={t('detail')}
        action={
          <a
            href={`/api/audit/export.csv?${new URLSearchParams(given)}`}
            download
            className={buttonStyle({ variant: 'secondary' })}
          >
            <Download aria-hidden className="size-4" />
            {t('csv')}
          </a>
        }
      />
      <search className="mt-6 flex flex-wrap items-center gap-2">
        <div className="w-52">
          <PersonPicker
            label={t('actor')}
            value={actor ?? ALL}
            onPick={(value) => void set({ actor: value === ALL ? null : value })}
            before={[{ value: ALL, label: t('anybody') }]}
            after={[{ value: HOUSE, label: t('house') }]}
            former
            unknown={t('somebody')}
          />
        </div>
        <div className="w-44">
          <Select
            aria-label={t('kind')}
            value={kind ?? ALL}
            onValueChange={(value) => void set({ kind: value === ALL ? null : (value as AuditKind) })}
            items={[
              { value: ALL, label: t('anything') },
              ...kinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
            ]}
          />
        </div>
        {day('from', from)}
        {day('to', to)}
        {person ? <PersonChip id={person} onDrop={() => void set({ person: null })} /> : null}
        {filtered ? (
          <Button variant="quiet" onClick={() => void clear()}>
            {t('clear')}
          </Button>
        ) : null}
      </search>
      <div className="mt-4">
        <AuditEntries filters={filters} onPerson={(id) => void set({ person: id })} />
      </div>
    </>
  );
}

/** Whom the log is narrowed to. */
function PersonChip({ id, onDrop }: { id: string; onDrop: () => void }) {
  const t = useTranslations('audit');
  const name = useUser(id).data?.name ?? '…';
  return (
    <button
      type="button"
      onClick={onDrop}
      aria-label={t('dropPerson', { name })}
      className="chip-edge inline-flex h-7 items-center gap-1 rounded-full bg-sunken ps-2.5 pe-1.5 text-small text-ink-2 hover:text-ink coarse:h-control"
    >
      {t('about', { name })}
      <X aria-hidden className="size-3.5" />
    </button>
  );
}
