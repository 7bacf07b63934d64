/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import type { ChatConversationDto } from '@/lib/schemas/chat';
import type { WidgetConfigDto } from '@/lib/schemas/widget';
import { t } from './boot';
import { Composer } from './composer';
import { endConversation, readThread } from './conversations';
import { Ended } from './ended';
import { Head } from './head';
import { Icon } from './icon';
import { readIfSeen } from './live';
import { Log } from './log';
import { goTo, NEW } from './screen';
import { useApp } from './state';
import { duration } from './times';

/** One conversation: what was said, who is there, and the line to write in. */
export function ThreadView({ id, website }: { id: string; website: WidgetConfigDto }) {
  const { conversations, threads, outbox, reached, shown } = useApp();
  const [failed, setFailed] = useState(false);
  const [asksEnd, setAsksEnd] = useState(false);
  const conversation = conversations.find((one) => one.id === id);
  const thread = threads[id];
  const outgoing = outbox.filter((one) => (one.conversation ?? NEW) === id);
  useEffect(() => {
    if (id === NEW) return;
    setFailed(false);
    readThread(id).then(readIfSeen, () => setFailed(true));
  }, [id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message, or a look at it
  useEffect(readIfSeen, [thread?.messages.length, shown]);
  const isEnded = conversation?.state === 'ended';
  return (
    <main class="screen">
      <Head
        title={conversation?.agent?.name ?? website.name}
        detail={<Standing conversation={conversation} website={website} />}
        onBack={() => goTo({ name: 'home' })}
      >
        {conversation && !isEnded ? (
          <button
            {...{ type: 'button', class: 'icon-button', 'aria-expanded': asksEnd }}
            aria-label={t('end')}
            onClick={() => setAsksEnd(!asksEnd)}
          >
            <Icon name="end" />
          </button>
        ) : null}
      </Head>
      {asksEnd && !isEnded ? (
        <AskEnd onEnd={() => endConversation(id)} onStay={() => setAsksEnd(false)} />
      ) : null}
      <div role="status" class="strip-place">
        {reached ? null : <p class="strip">{t('reconnecting')}</p>}
      </div>
      <Log
        {...{ id, thread, outgoing, failed, conversation }}
        onRetry={() => readThread(id).then(() => setFailed(false))}
      />
      {isEnded && conversation ? (
        <Ended conversation={conversation} />
      ) : (
        <Composer id={id} website={website} />
      )}
    </main>
  );
}

/** Who answers, or how long it takes until somebody does. */
function Standing(props: { conversation: ChatConversationDto | undefined; website: WidgetConfigDto }) {
  const { conversation, website } = props;
  if (conversation?.state === 'ended') return <>{t('state.ended')}</>;
  if (conversation?.agent) return <>{t('withYou')}</>;
  const { place, wait_seconds: wait } = conversation?.queue ?? { place: null, wait_seconds: null };
  if (place !== null)
    return <>{wait === null ? t('place', { place }) : t('placeAndWait', { place, time: duration(wait) })}</>;
  return <>{t(website.is_online ? 'soon' : 'byMail')}</>;
}

function AskEnd({ onEnd, onStay }: { onEnd: () => Promise<void>; onStay: () => void }) {
  const [busy, setBusy] = useState(false);
  const end = () => {
    setBusy(true);
    onEnd().then(onStay, () => setBusy(false));
  };
  return (
    <fieldset class="ask-end">
      <legend>{t('endAsk')}</legend>
      <button type="button" class="button small" aria-disabled={busy} onClick={end}>
        {t('end')}
      </button>
      <button type="button" class="link" onClick={onStay}>
        {t('stay')}
      </button>
    </fieldset>
  );
}
