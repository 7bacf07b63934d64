/** @jsxImportSource preact */
import { useEffect } from 'preact/hooks';
import { t } from './boot';
import { ConfirmEmail } from './confirm-email';
import { Home } from './home';
import { tellHost } from './host';
import { goLive } from './live';
import { restoreOutbox } from './outbox';
import { restoreScreen } from './screen';
import { useApp } from './state';
import { ThreadView } from './thread-view';
import { Trouble } from './trouble';
import { Write } from './write';

/** The whole widget. Esc closes it wherever one is, and the page gives the focus back to the launcher. */
export function App() {
  const { website, trouble, screen, visitor, conversations } = useApp();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) tellHost({ type: 'close' });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  const talks = conversations.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another visitor, another screen: other conversations are heard
  useEffect(() => void goLive(), [visitor?.id, talks, screen]);
  const isLetIn = website !== null && (!website.verified_only || visitor !== null);
  // what somebody left here is his: where the website must say who he is, it waits for that
  useEffect(() => {
    if (!isLetIn) return;
    restoreOutbox();
    restoreScreen();
  }, [isLetIn]);
  if (trouble) return <Trouble reason={trouble} />;
  if (!website) return <main class="screen loading" aria-busy="true" aria-label={t('loading')} />;
  if (screen.name === 'thread') return <ThreadView key={screen.id} id={screen.id} website={website} />;
  if (screen.name === 'write') return <Write website={website} />;
  return screen.name === 'email' ? <ConfirmEmail /> : <Home website={website} />;
}
