import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/require-actor';
import { NewRequestForm } from '@/components/portal/new-request-form';
import { OpenRequests } from '@/components/portal/open-requests';
import { OpeningNote } from '@/components/portal/opening-note';
import { getOpeningHours } from '@/lib/queries/get-opening-hours';
import { listTickets } from '@/lib/queries/list-tickets';
import { listTopics } from '@/lib/queries/list-topics';
import type { Actor } from '@/lib/rules/permissions';
import { type Locale, UNSOLVED } from '@/lib/schemas/values';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('portal.new');
  return { title: t('title') };
}

const DAYS = 30;

/** The latest three that are not closed and were touched in the last 30 days: what he writes may belong to one. */
async function openRequests(actor: Actor) {
  const { results } = await listTickets(actor, {
    sort: 'updated',
    limit: 3,
    in: 'inbox',
    status: [...UNSOLVED, 'RESOLVED'],
  });
  const since = Date.now() - DAYS * 86_400_000;
  return results.filter((ticket) => Date.parse(ticket.updated_at) >= since);
}

export default async function NewRequestPage() {
  const actor = await requireActor('/requests/new', ['customer']);
  const t = await getTranslations('portal.new');
  const { results: topics } = await listTopics(actor, { locale: (await getLocale()) as Locale });
  const [open, hours] = await Promise.all([openRequests(actor), getOpeningHours()]);
  return (
    <>
      <h1 className="text-display">{t('title')}</h1>
      <p className="mt-1 mb-8 text-body text-ink-2">{t('lead')}</p>
      {hours ? <OpeningNote hours={hours} /> : null}
      <OpenRequests tickets={open} />
      <NewRequestForm meId={actor.id} topics={topics} />
    </>
  );
}
