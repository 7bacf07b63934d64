/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import type { ChatConversationDto } from '@/lib/schemas/chat';
import type { VisitorDto } from '@/lib/schemas/visitor';
import { ask } from './ask';
import { t } from './boot';
import { describes, Field } from './field';
import { isEmail } from './is-email';
import { change, useApp } from './state';

/** Until somebody answers: an address makes it safe to go away. Nothing is asked that is known. */
export function GetByMail({ conversation }: { conversation: ChatConversationDto }) {
  const { visitor, website } = useApp();
  const [email, setEmail] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [told, setTold] = useState(false);
  if (told) return <p class="said">{t('mailTold', { email: visitor?.email ?? '' })}</p>;
  if (visitor?.email || website?.asks_email === 'never' || conversation.state !== 'queued') return null;
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!isEmail(email)) return setFault(t('badEmail'));
    try {
      change({ visitor: await ask<VisitorDto>('PATCH', '/widget/visitor/', { email: email.trim() }) });
      setTold(true);
    } catch {
      setFault(t('notSent'));
    }
  };
  return (
    <form class="by-mail" noValidate onSubmit={(event) => void submit(event)}>
      <Field id="by-mail" label={t('mailOffer')} error={fault}>
        <div class="inline">
          <input
            {...describes('by-mail', fault)}
            type="email"
            dir="ltr"
            autoComplete="email"
            value={email}
            onInput={(event) => setEmail(event.currentTarget.value)}
          />
          <button type="submit" class="button">
            {t('keep')}
          </button>
        </div>
      </Field>
    </form>
  );
}
