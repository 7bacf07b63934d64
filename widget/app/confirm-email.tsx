/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { Refused } from './ask';
import { t } from './boot';
import { askForCode, confirmEmail } from './conversations';
import { describes, Field } from './field';
import { Head } from './head';
import { isEmail } from './is-email';
import { goTo } from './screen';
import { useApp } from './state';

const faultText = (error: unknown): string =>
  error instanceof Refused && error.status === 429
    ? t('tooOften')
    : error instanceof Refused && error.status === 0
      ? t('trouble.network')
      : error instanceof Refused && error.fields.email
        ? t('badEmail')
        : t('wrongCode');

/** The way to what he said on another device: an address, the code that was mailed to it, and both are one. */
export function ConfirmEmail() {
  const { visitor } = useApp();
  const [email, setEmail] = useState(visitor?.email ?? '');
  const [code, setCode] = useState('');
  const [isSent, setSent] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    if (!isSent && !isEmail(email)) return setFault(t('badEmail'));
    setBusy(true);
    setFault(null);
    try {
      if (isSent) await confirmEmail(code.trim());
      else await askForCode(email.trim());
      if (isSent) goTo({ name: 'home' });
      else setSent(true);
    } catch (error) {
      setFault(faultText(error));
    }
    setBusy(false);
  };

  const id = isSent ? 'code' : 'email';
  return (
    <main class="screen">
      <Head title={t('earlier')} onBack={() => (isSent ? setSent(false) : goTo({ name: 'home' }))} />
      <form class="scroll form" noValidate onSubmit={(event) => void submit(event)}>
        <p class="lead">{isSent ? t('codeSent', { email }) : t('earlierDetail')}</p>
        <Field key={id} id={id} label={t(isSent ? 'code' : 'email')} error={fault}>
          {isSent ? (
            <input
              {...describes('code', fault)}
              class="code"
              dir="ltr"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={6}
              value={code}
              onInput={(event) => setCode(event.currentTarget.value)}
            />
          ) : (
            <input
              {...describes('email', fault)}
              type="email"
              dir="ltr"
              autoComplete="email"
              value={email}
              onInput={(event) => setEmail(event.currentTarget.value)}
            />
          )}
        </Field>
        <button type="submit" class="button" aria-disabled={busy}>
          {t(isSent ? 'confirm' : 'sendCode')}
        </button>
      </form>
    </main>
  );
}
