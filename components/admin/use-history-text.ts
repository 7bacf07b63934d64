'use client';
import { useTranslations } from 'next-intl';
import { useUser } from '@/components/data/use-users';
import type { HistoryDto } from '@/lib/schemas/person';

/** One line of a person's history in words: who did what, to whom. */
export function useHistoryText(personId: string): (line: HistoryDto) => string {
  const t = useTranslations('people.page.history');
  const own = useUser(personId).data?.name ?? '';
  return (line) => {
    const values = {
      actor: line.actor?.name ?? t('system'),
      person: line.person?.name ?? own,
      team: line.team ?? '',
      type: line.type,
      fields: line.fields.map((name) => (t.has(`fields.${name}`) ? t(`fields.${name}`) : name)).join(', '),
    };
    switch (line.type) {
      case 'person.created':
        return t('created', values);
      case 'person.changed':
        return line.fields.includes('is_active') ? t('access', values) : t('changed', values);
      case 'availability.changed':
        return t('availability', values);
      case 'session.started':
        return t('signedIn', values);
      case 'session.ended':
        return t('session', values);
      case 'invitation.sent':
        return t('invitation', values);
      case 'password.reset_requested':
        return t(line.actor ? 'resetBy' : 'reset', values);
      case 'email.change_requested':
        return t('emailRequested', values);
      case 'team.created':
        return t('teamCreated', values);
      case 'team.edited':
        return t('teamEdited', values);
      case 'team.deleted':
        return t('teamDeleted', values);
      case 'settings.changed':
        return t('settings', values);
      default:
        return t('other', values);
    }
  };
}
