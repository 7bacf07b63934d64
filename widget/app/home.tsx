/** @jsxImportSource preact */
import type { ChatConversationDto } from '@/lib/schemas/chat';
import type { WidgetConfigDto } from '@/lib/schemas/widget';
import { t } from './boot';
import { CloseButton } from './head';
import { Icon } from './icon';
import { goTo } from './screen';
import { useApp } from './state';
import { duration, opening, shortTime } from './times';

/** A greeting, when one may expect an answer, and what was said before. */
export function Home({ website }: { website: WidgetConfigDto }) {
  const { conversations, visitor } = useApp();
  const mustBeKnown = website.verified_only && !visitor?.is_identified;
  return (
    <main class="screen">
      <header class="band">
        <div class="band-top">
          <p class="band-name">
            <bdi>{website.name}</bdi>
          </p>
          <CloseButton />
        </div>
        <h1>
          <bdi>{website.greeting || t('greeting')}</bdi>
        </h1>
      </header>
      <div class="scroll">
        <Presence website={website} />
        {mustBeKnown ? (
          <p class="note">{t('signInFirst')}</p>
        ) : (
          <button type="button" class="button wide" onClick={() => goTo({ name: 'write' })}>
            {t(website.is_online ? 'write' : 'leaveMessage')}
            <Icon name="next" mirrors />
          </button>
        )}
        {conversations.length > 0 ? (
          <section aria-label={t('yours')}>
            <h2>{t('yours')}</h2>
            <ul class="rows">
              {conversations.map((one) => (
                <Row key={one.id} conversation={one} />
              ))}
            </ul>
          </section>
        ) : null}
        {visitor?.email_confirmed || visitor?.is_identified ? (
          <p class="hint apart">{t('writesAs', { who: visitor.email ?? visitor.name ?? '' })}</p>
        ) : (
          <button type="button" class="link quiet apart" onClick={() => goTo({ name: 'email' })}>
            {t('earlier')}
          </button>
        )}
      </div>
    </main>
  );
}

/** Whether somebody is there, and how long an answer usually takes. */
function Presence({ website: { is_online, reply_seconds, opens_at } }: { website: WidgetConfigDto }) {
  const detail = is_online
    ? reply_seconds === null
      ? t('soon')
      : t('replyTime', { time: duration(reply_seconds) })
    : opens_at
      ? t('backAt', { time: opening(opens_at) })
      : t('byMail');
  return (
    <p class="presence">
      <span class={is_online ? 'dot on' : 'dot'} aria-hidden="true" />
      <span>
        <strong>{t(is_online ? 'online' : 'away')}</strong>
        <span class="presence-detail">{detail}</span>
      </span>
    </p>
  );
}

function Row({ conversation }: { conversation: ChatConversationDto }) {
  const { id, agent, last_message: last, unread, state } = conversation;
  return (
    <li>
      <button type="button" class="row" onClick={() => goTo({ name: 'thread', id })}>
        <span class="row-words">
          <span class={unread > 0 ? 'row-title unread' : 'row-title'}>
            <bdi>{agent?.name ?? conversation.subject}</bdi>
          </span>
          <span class="row-last">
            <bdi>{last.by === 'me' ? t('you', { text: last.body }) : last.body}</bdi>
          </span>
        </span>
        <span class="row-side">
          <time dateTime={last.created_at}>{shortTime(last.created_at)}</time>
          {unread > 0 ? (
            <span class="count" role="img" aria-label={t('unread', { count: unread })}>
              {unread}
            </span>
          ) : (
            <span class="row-state">{t(`state.${state}`)}</span>
          )}
        </span>
      </button>
    </li>
  );
}
