/** @jsxImportSource preact */
import { render } from 'preact';
import type { Identity, Init } from '../host-protocol';
import { App } from './app';
import { beginAs, identify, setPlace } from './conversations';
import { hostOrigin, meetHost } from './host';
import { forgetAll } from './keep';
import { goLive, keepUp, readIfSeen } from './live';
import { change } from './state';
import './style.css';

async function start({ place, identity, left, shown, closes }: Omit<Init, 'helpdesk'>): Promise<void> {
  if (left) forgetAll();
  change({ shown, closes });
  await beginAs(identity, place);
}

meetHost({
  begin: (init) => void start(init),
  shown(place) {
    setPlace(place);
    change({ shown: true });
    readIfSeen();
  },
  hidden: () => change({ shown: false }),
  identify: (identity) => void becomeKnown(identity),
});

async function becomeKnown(identity: Identity): Promise<void> {
  await identify(identity).catch(() => undefined);
  await goLive();
}

// a mailed link opens us as a page by ourselves
if (window.parent === window) {
  const place = { page_url: '', page_title: '', referrer: '' };
  void start({ place, identity: null, shown: true, closes: false });
}
document.documentElement.classList.toggle('alone', hostOrigin === '');
keepUp();
render(<App />, document.getElementById('app')!);
