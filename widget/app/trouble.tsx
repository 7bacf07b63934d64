/** @jsxImportSource preact */
import { t } from './boot';
import { begin } from './conversations';
import { Head } from './head';

/** Nothing can be shown: what it is, and what helps. */
export function Trouble({ reason }: { reason: 'network' | 'origin' | 'unknown' }) {
  return (
    <main class="screen">
      <Head title={t('chat')} />
      <div class="middle" role="alert">
        <p>{t(`trouble.${reason}`)}</p>
        {reason === 'network' ? (
          <button type="button" class="button" onClick={() => void begin()}>
            {t('again')}
          </button>
        ) : null}
      </div>
    </main>
  );
}
