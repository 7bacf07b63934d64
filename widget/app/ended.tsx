/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import type { ChatConversationDto } from '@/lib/schemas/chat';
import { SCORES, type Score } from '@/lib/schemas/values';
import { t } from './boot';
import { rate } from './conversations';
import { Face } from './face';
import { goTo } from './screen';

/** It is over: how it was, and the way to the next. */
export function Ended({ conversation }: { conversation: ChatConversationDto }) {
  return (
    <footer class="ended">
      {conversation.can_rate || conversation.rating ? <Rating conversation={conversation} /> : null}
      <button type="button" class="button wide" onClick={() => goTo({ name: 'write' })}>
        {t('newConversation')}
      </button>
    </footer>
  );
}

function Rating({ conversation: { id, rating, can_rate } }: { conversation: ChatConversationDto }) {
  const [comment, setComment] = useState(rating?.comment ?? '');
  const [failed, setFailed] = useState(false);
  const [isSaid, setSaid] = useState(false);
  const save = (score: number, text: string) => {
    setFailed(false);
    rate(id, score, text).catch(() => setFailed(true));
  };
  if (rating && (!can_rate || isSaid))
    return (
      <p class="thanks" role="status">
        {t('thanks')}
      </p>
    );
  return (
    <div class="rating">
      <fieldset>
        <legend>{t('rate')}</legend>
        <div class="faces">
          {SCORES.map((score) => (
            <button
              key={score}
              type="button"
              class="face"
              aria-pressed={rating?.score === score}
              onClick={() => save(score, comment)}
            >
              <Face score={score as Score} />
              <span>{t(`score.${score}`)}</span>
            </button>
          ))}
        </div>
      </fieldset>
      {rating ? (
        <form
          class="inline"
          onSubmit={(event) => {
            event.preventDefault();
            save(rating.score, comment.trim());
            setSaid(true);
          }}
        >
          <input
            dir="auto"
            maxLength={1_000}
            aria-label={t('comment')}
            placeholder={t('comment')}
            value={comment}
            onInput={(event) => setComment(event.currentTarget.value)}
          />
          <button type="submit" class="button">
            {t('send')}
          </button>
        </form>
      ) : null}
      {failed ? (
        <p class="error" role="alert">
          {t('trouble.network')}
        </p>
      ) : null}
    </div>
  );
}
