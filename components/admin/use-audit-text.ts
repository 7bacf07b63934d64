'use client';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { languageName } from '@/components/ui/language-name';
import type { AuditDto } from '@/lib/schemas/audit';
import { ROLES, type Role } from '@/lib/schemas/values';

interface AuditText {
  sentence: string;
  /** Those that the sentence does not tell itself; `now` is null where the log keeps no values. */
  changes: { field: string; old: string; now: string | null }[];
}

type Change = AuditDto['changes'][number];

/** An act in plain words: "Ada changed Bruno’s role from agent to admin". */
export function useAuditText(): (entry: AuditDto) => AuditText {
  const t = useTranslations('audit');
  const c = useTranslations('common');
  const locale = useLocale();
  const format = useFormatter();
  const list = (parts: string[]) => format.list(parts, { type: 'unit' });

  const word = (value: unknown, field: string): string => {
    if (value === null || value === undefined || value === '') return t('none');
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (field === 'role' && ROLES.includes(value as Role)) return c(`role.${value as Role}`);
    if (Array.isArray(value)) {
      if (value.length === 0) return t('none');
      return list(
        value.map((one) => (field === 'languages' ? languageName(String(one), locale) : String(one))),
      );
    }
    if (typeof value !== 'object') return String(value);
    const parts = Object.entries(value);
    // names in several languages can be read; a week with its holidays cannot
    return parts.every(([, part]) => typeof part === 'string')
      ? list(parts.map(([key, part]) => `${key}: ${part}`))
      : t('longValue');
  };
  const label = (field: string) =>
    t.has(`fields.${field}`) ? t(`fields.${field}`) : field.replaceAll('_', ' ');
  const told = ({ field, ...values }: Change) => ({
    field: label(field),
    old: word(values.old, field),
    now: 'new' in values ? word(values.new, field) : null,
  });

  return (entry) => {
    const actor = entry.actor ? entry.actor.name : t('house');
    const own = entry.person !== null && entry.person.id === entry.actor?.id;
    const names = {
      actor,
      by: entry.actor ? 'person' : 'house',
      person: entry.person?.name ?? '',
      subject: entry.subject ?? '',
      ticket: entry.ticket === null ? '' : `#${entry.ticket}`,
      own: own ? 'yes' : 'no',
    };
    const [only, ...others] = entry.changes;
    if (
      only &&
      others.length === 0 &&
      ['person.changed', 'topic.changed', 'canned_reply.changed'].includes(entry.type)
    ) {
      const values = { ...names, old: word(only.old, only.field), now: word(only.new, only.field) };
      const key = `only.${entry.type}.${only.field}${typeof only.new === 'boolean' ? `.${only.new}` : ''}`;
      if (t.has(key)) return { sentence: t(key, values), changes: [] };
    }
    const key = `acts.${entry.type}`;
    // an act of a later version: said by its name rather than not at all
    const sentence = t.has(key)
      ? t(key, names)
      : t('act', { actor, type: entry.type, subject: names.subject });
    return { sentence, changes: entry.changes.map(told) };
  };
}
