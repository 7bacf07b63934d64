/** @jsxImportSource preact */
import { t } from './boot';
import { Icon } from './icon';
import { drop, retry, send } from './outbox';
import { goTo, NEW } from './screen';
import { type Outgoing, useApp } from './state';

/** A message that is not there yet: it waits, or was refused and may be sent again, or into a new conversation. */
export function OutgoingBubble({ message }: { message: Outgoing }) {
  const { reached } = useApp();
  const { key, body, attachments, refused } = message;
  const isOver = refused === 'conversation_ended';
  const beginAnew = () => {
    drop(key);
    send({ conversation: null, body, attachments });
    goTo({ name: 'thread', id: NEW });
  };
  return (
    <article class="entry me first leaving">
      <p class="hidden">{t('me')}</p>
      <div class="bubble" dir="auto">
        <div class="rich plain">{body || attachments.map(({ name }) => name).join(', ')}</div>
      </div>
      {refused ? (
        <p class="meta refused" role="alert">
          <Icon name="warn" />
          {t(isOver ? 'endedMeanwhile' : 'notSent')}
          <button type="button" class="link" onClick={isOver ? beginAnew : () => retry(key)}>
            {t(isOver ? 'newConversation' : 'again')}
          </button>
          <button type="button" class="link" onClick={() => drop(key)}>
            {t('discard')}
          </button>
        </p>
      ) : (
        <p class="meta">
          <Icon name="clock" />
          {t(reached ? 'delivery.sending' : 'delivery.waiting')}
        </p>
      )}
    </article>
  );
}
