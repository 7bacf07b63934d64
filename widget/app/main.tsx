/** @jsxImportSource preact */
import { render } from 'preact';
import type { Identity, Place } from '../host-protocol';
import { App } from './app';
import { beginAs, identify, setPlace } from './conversations';
import { hostOrigin, meetHost } from './host';
import { goLive, keepUp, readIfSeen } from './live';
import { restoreOutbox } from './outbox';
import { restoreScreen } from './screen';
import { change } from './state';
import './style.css';

async function start(place: Place, identity: Identity | null, shown: boolean): Promise<void> {
  change({ shown });
  await beginAs(identity, place);
  restoreOutbox();
  restoreScreen();
  await goLive();
}

meetHost({
  begin: (place, identity, shown) => void start(place, identity, shown),
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
if (window.parent === window) void start({ page_url: '', page_title: '', referrer: '' }, null, true);
document.documentElement.classList.toggle('alone', hostOrigin === '');
keepUp();
render(<App />, document.getElementById('app')!);
