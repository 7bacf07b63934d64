import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { requireActor } from '@/app/require-actor';
import { RequestView } from '@/components/portal/request-view';
import { FormAlert } from '@/components/ui/form-alert';
import { NotFound } from '@/lib/errors';
import { getMe } from '@/lib/queries/get-me';
import { getQueuePlace } from '@/lib/queries/get-queue-place';
import { getTicket } from '@/lib/queries/get-ticket';
import type { TicketDetailDto } from '@/lib/schemas/ticket-detail';

interface PageProps {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ sent?: string | string[] }>;
}

/** Read once for the title and the page. Absent and foreign are the same to the reader. */
const readRequest = cache(async (number: string) => {
  const actor = await requireActor(`/requests/${encodeURIComponent(number)}`);
  if (!/^\d{1,15}$/.test(number)) notFound();
  if (actor.role !== 'customer') redirect(`/desk/all/${number}`);
  const ticket = await getTicket(actor, number).catch((error) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  if (ticket.merged_into) redirect(`/requests/${ticket.merged_into.number}`);
  return { actor, ticket };
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { ticket } = await readRequest((await params).number);
  return { title: `#${ticket.number} ${ticket.subject}` };
}

const isSolved = ({ status }: TicketDetailDto) => status === 'RESOLVED' || status === 'CLOSED';

export default async function RequestPage({ params, searchParams }: PageProps) {
  const { actor, ticket } = await readRequest((await params).number);
  const { sent } = await searchParams;
  const queue = isSolved(ticket) ? null : await getQueuePlace(actor, ticket.id);
  return (
    <>
      {sent === '1' ? <Sent number={ticket.number} email={(await getMe(actor)).email} /> : null}
      <RequestView key={ticket.id} initial={ticket} queue={queue} meId={actor.id} />
    </>
  );
}

/** What happens next, right after a request was filed. */
async function Sent({ number, email }: { number: number; email: string | null }) {
  const t = await getTranslations('portal.request');
  return (
    <div className="mb-8">
      <FormAlert tone="plain">
        <p className="font-[600]">{t('sentTitle')}</p>
        <p>
          {email ? t('sent', { number: String(number), email }) : t('sentNoMail', { number: String(number) })}
        </p>
      </FormAlert>
    </div>
  );
}
