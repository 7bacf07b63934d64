'use client';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useEditTicket } from '@/components/data/use-edit-ticket';
import { useProblemText } from '@/components/data/use-problem-text';
import { useTeams } from '@/components/data/use-teams';
import { useTopics } from '@/components/data/use-topics';
import { languageName } from '@/components/ui/language-name';
import { LanguagePicker } from '@/components/ui/language-picker';
import { RelativeTime } from '@/components/ui/relative-time';
import { toast } from '@/components/ui/toast';
import { can } from '@/lib/rules/permissions';
import type { TicketDto } from '@/lib/schemas/ticket';
import { ContextSection, Fact } from './context-section';
import { useDesk } from './desk-context';
import { RoutingWhy } from './routing-why';
import { TeamMenu } from './team-menu';
import { ticketFacts } from './ticket-facts';
import { TopicField } from './topic-field';
import { useRoutingText } from './use-routing-text';
import { useTicketActs } from './use-ticket-acts';

/** Topic and languages are edited in place by who may; the rest is told. */
export function ContextTicket({ ticket }: { ticket: TicketDto }) {
  const t = useTranslations('desk.context');
  const c = useTranslations('common');
  const format = useFormatter();
  const locale = useLocale();
  const { me } = useDesk();
  const { problem } = useProblemText();
  const routing = useRoutingText();
  const { nameOf } = useTopics();
  const edit = useEditTicket(ticket);
  const { setTopic } = useTicketActs(ticket);
  const editable = can(me, 'ticket.edit', ticketFacts(ticket));
  const teams = useTeams({ enabled: editable }).data ?? [];
  const onError = (error: Error) => toast.error(t('editFailed'), { description: problem(error) });
  return (
    <ContextSection name="ticket" title={t('ticket')}>
      <dl>
        <Fact label={t('channel')}>{c(`channel.${ticket.channel}`)}</Fact>
        <Fact label={t('topic')}>
          {editable ? (
            <TopicField key={ticket.topic} topic={ticket.topic} onKeep={(topic) => void setTopic(topic)} />
          ) : ticket.topic ? (
            nameOf(ticket.topic)
          ) : (
            '–'
          )}
        </Fact>
        {ticket.team_name !== null || teams.length > 0 ? (
          <Fact label={t('team')}>
            <TeamMenu ticket={ticket} teams={editable ? teams : []} />
          </Fact>
        ) : null}
        <Fact label={t('languages')}>
          {editable ? (
            <LanguagePicker
              value={ticket.languages}
              onChange={(languages) => edit.mutate({ languages }, { onError })}
              addLabel={t('addLanguage')}
            />
          ) : ticket.languages.length > 0 ? (
            format.list(
              ticket.languages.map((code) => languageName(code, locale)),
              { type: 'unit' },
            )
          ) : (
            t('anyLanguage')
          )}
        </Fact>
        <Fact label={t('created')}>
          <RelativeTime value={ticket.created_at} form="full" />
        </Fact>
        {ticket.waiting_since ? (
          <Fact label={t('waitingSince')}>
            <RelativeTime value={ticket.waiting_since} form="full" />
          </Fact>
        ) : null}
        {ticket.routing.text ? (
          <Fact label={t('routing')}>
            <span className="text-pretty">{routing({ ...ticket.routing, text: ticket.routing.text })}</span>{' '}
            <RoutingWhy ticket={ticket} />
          </Fact>
        ) : null}
      </dl>
    </ContextSection>
  );
}
