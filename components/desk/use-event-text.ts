'use client';
import { useFormatter, useTranslations } from 'next-intl';
import { useTopics } from '@/components/data/use-topics';
import type { EventDto } from '@/lib/schemas/event';
import { STATUSES, type Status } from '@/lib/schemas/values';
import { useLifecycleText } from './lifecycle/use-lifecycle-text';
import { useRoutingText } from './use-routing-text';

/** One line of history in words: who did what. */
export function useEventText(): (event: EventDto) => string {
  const t = useTranslations('desk.event');
  const c = useTranslations('common');
  const format = useFormatter();
  const routing = useRoutingText();
  const lifecycle = useLifecycleText();
  const { nameOf } = useTopics();

  /** A field by its name, with what it was and is where the history knows that. */
  const changed = (field: string, { priority, topic }: EventDto['data']) => {
    const name = t.has(`fields.${field}`) ? t(`fields.${field}`) : field;
    if (field === 'priority' && priority)
      return t('change', { name, from: c(`priority.${priority[0]}`), to: c(`priority.${priority[1]}`) });
    if (field === 'topic' && topic) {
      const [from, to] = topic.map((key) => (key === null ? c('none') : nameOf(key)));
      return t('change', { name, from: from!, to: to! });
    }
    return name;
  };

  return (event) => {
    const { data } = event;
    const reason = { text: data.reason ?? '', code: data.reason_code, params: data.reason_params };
    const actor = event.actor?.name ?? t('system');
    const status = (value: string | null | undefined) =>
      STATUSES.includes(value as Status) ? c(`status.${value as Status}`) : (value ?? '');
    switch (event.type) {
      case 'ticket.created':
        if (data.other !== undefined) return lifecycle(event, actor)!;
        return t('created', { actor });
      case 'message.created':
        return t('message', { actor });
      case 'status.changed':
        if (data.cause === 'low_rating') return t('lowRating', { to: status(data.to) });
        if (data.cause === 'no_answer') return t('noAnswer', { to: status(data.to), days: data.days ?? 0 });
        return t('status', { actor, to: status(data.to) });
      case 'assignment.changed':
        // Routing's reason says all of it.
        if (
          data.reason &&
          (!event.actor || data.reason_code === 'handed_over' || data.reason_code === 'accepted')
        )
          return routing(reason);
        if (!data.to) return t('unassigned', { actor });
        if (data.to === event.actor?.name) return t('took', { actor });
        return t('assigned', { actor, to: data.to });
      case 'ticket.updated': {
        const fields = (data.fields ?? []).map((field) => changed(field, data));
        return t('updated', { actor, fields: format.list(fields, { type: 'unit' }) });
      }
      case 'routing.changed':
        return data.reason ? routing(reason) : t('routing');
      case 'team.changed':
        return data.to ? t('team', { actor, to: data.to }) : t('noTeam', { actor });
      case 'tags.changed':
        return t('tags', {
          actor,
          added: (data.added ?? []).map((tag) => `#${tag}`).join(' '),
          addedCount: data.added?.length ?? 0,
          removed: (data.removed ?? []).map((tag) => `#${tag}`).join(' '),
          removedCount: data.removed?.length ?? 0,
        });
      case 'offer.made':
        return t('offerMade', { to: data.to ?? '' });
      case 'offer.accepted':
        return t('offerAccepted', { to: data.to ?? '' });
      case 'offer.declined':
        return t('offerDeclined', { to: data.to ?? '' });
      case 'offer.missed':
        return t('offerMissed', { to: data.to ?? '' });
      case 'offer.withdrawn':
        return t('offerWithdrawn', { to: data.to ?? '' });
      case 'wrap_up.began':
        return t('wrapUpBegan', { to: data.to ?? '' });
      case 'wrap_up.ended':
        return t('wrapUpEnded', { to: data.to ?? '' });
      case 'call.changed': {
        const seconds = data.seconds ?? 0;
        return t('call', {
          ...{ what: data.what ?? '', actor, to: data.to ?? '' },
          number: data.number ?? t('hiddenNumber'),
          time: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`,
        });
      }
      case 'closing.told':
        return t('closingTold', { days: data.days ?? 0 });
      case 'ticket.rated':
        return t('rated', {
          actor,
          score: data.score ? c(`score.${data.score}`) : '',
          changed: String(data.changed ?? false),
        });
      case 'rating.asked':
        return t('ratingAsked');
      case 'rating.spared':
        return t('ratingSpared', { actor, spared: String(data.spared ?? false) });
      case 'delivery.changed':
        return data.to === 'read' ? t('read', { actor }) : t('delivery');
      case 'message.held':
        return t('held', { actor });
      case 'message.stopped':
        return t('stopped');
      case 'message.undone':
        return t('undone', { actor });
      case 'ticket.deleted':
        return t('deleted', { actor });
      case 'auto_reply.received':
        return t('autoReply', { sender: data.sender ?? '', subject: data.subject ?? '' });
      case 'ticket.begun_apart':
        return t('begunApart', { actor, other: data.other ?? 0 });
      case 'ticket.answered_apart':
        return t('answeredApart', { actor, other: data.other ?? 0 });
      case 'ticket.restored':
        return t('restored', { actor });
      case 'spam.changed':
        return t('spam', { actor });
      default:
        return lifecycle(event, actor) ?? `${actor}: ${event.type}`;
    }
  };
}
