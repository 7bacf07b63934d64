/** @jsxImportSource preact */
import { useRef, useState } from 'preact/hooks';
import type { WidgetConfigDto } from '@/lib/schemas/widget';
import { AttachButton } from './attach-button';
import { boot, t } from './boot';
import { describes, Field } from './field';
import { FileList } from './file-list';
import { Head } from './head';
import { isEmail } from './is-email';
import { send } from './outbox';
import { goTo, NEW } from './screen';
import { type Beginning, useApp } from './state';
import { languageName } from './times';
import { useFiles } from './use-files';

type Faults = Partial<Record<'email' | 'body', string>>;

/** Before the first message: only what is not known yet. Out of hours it asks for the address that gets the answer. */
export function Write({ website }: { website: WidgetConfigDto }) {
  const { visitor } = useApp();
  const form = useRef<HTMLFormElement>(null);
  const [faults, setFaults] = useState<Faults>({});
  const [email, setEmail] = useState(visitor?.email ?? '');
  const [body, setBody] = useState('');
  const files = useFiles(website.max_file_bytes);
  const isKnown = visitor?.is_identified === true;
  const asksEmail = !isKnown && (website.asks_email !== 'never' || !website.is_online);
  const needsEmail = asksEmail && (website.asks_email === 'required' || !website.is_online);

  const submit = (event: Event) => {
    event.preventDefault();
    if (files.busy) return;
    const found = faultsOf({ email, body, needsEmail, hasFiles: files.ready.length > 0 });
    setFaults(found);
    const first = Object.keys(found)[0];
    if (first) return form.current?.querySelector<HTMLElement>(`#${first}`)?.focus();
    send({
      ...{ conversation: null, body: body.trim(), attachments: files.ready },
      beginning: beginningOf(new FormData(form.current!), asksEmail ? email.trim() : ''),
    });
    goTo({ name: 'thread', id: NEW });
  };

  return (
    <main class="screen">
      <Head
        title={t(website.is_online ? 'write' : 'leaveMessage')}
        detail={website.name}
        onBack={() => goTo({ name: 'home' })}
      />
      <form ref={form} class="scroll form" noValidate onSubmit={submit}>
        {website.is_online ? null : <p class="note">{t('offline')}</p>}
        {isKnown || visitor?.name ? null : (
          <Field id="name" label={t('name')} optional>
            <input id="name" name="name" autoComplete="name" maxLength={80} dir="auto" />
          </Field>
        )}
        {asksEmail ? (
          <Field
            {...{ id: 'email', label: t('email'), optional: !needsEmail }}
            {...{ hint: t('emailHint'), error: faults.email ?? null }}
          >
            <input
              {...describes('email', faults.email, true)}
              type="email"
              dir="ltr"
              autoComplete="email"
              maxLength={254}
              value={email}
              onInput={(event) => setEmail(event.currentTarget.value)}
            />
          </Field>
        ) : null}
        <Choices website={website} />
        <Field id="body" label={t('message')} error={faults.body ?? null}>
          <textarea
            {...describes('body', faults.body)}
            rows={4}
            maxLength={20_000}
            dir="auto"
            value={body}
            onInput={(event) => setBody(event.currentTarget.value)}
            onPaste={files.paste}
          />
        </Field>
        <FileList files={files} />
        <div class="form-foot">
          <AttachButton files={files} />
          <button type="submit" class="button" aria-disabled={files.busy}>
            {t('send')}
          </button>
        </div>
      </form>
    </main>
  );
}

/** Topic and language, where there is something to choose. */
function Choices({ website: { topics, languages } }: { website: WidgetConfigDto }) {
  return (
    <>
      {topics.length > 0 ? (
        <Field id="topic" label={t('topic')} optional>
          <select id="topic" name="topic">
            <option value="">{t('anyTopic')}</option>
            {topics.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </Field>
      ) : null}
      {languages.length === 1 ? <input type="hidden" name="language" value={languages[0]} /> : null}
      {languages.length > 1 ? (
        <Field id="language" label={t('language')}>
          <select id="language" name="language">
            {languages.map((code) => (
              <option key={code} value={code} selected={code === boot.locale}>
                {languageName(code)}
              </option>
            ))}
          </select>
        </Field>
      ) : null}
    </>
  );
}

function faultsOf(given: { email: string; body: string; needsEmail: boolean; hasFiles: boolean }): Faults {
  const email = given.email.trim();
  return {
    ...(email === '' && given.needsEmail && { email: t('needsEmail') }),
    ...(email !== '' && !isEmail(email) && { email: t('badEmail') }),
    ...(given.body.trim() === '' && !given.hasFiles && { body: t('needsBody') }),
  };
}

function beginningOf(form: FormData, email: string): Beginning {
  const [topic, language, name] = ['topic', 'language', 'name'].map((key) =>
    String(form.get(key) ?? '').trim(),
  );
  return {
    ...(topic && { topic }),
    ...(language && { language }),
    ...(name && { name }),
    ...(email && { email }),
  };
}
