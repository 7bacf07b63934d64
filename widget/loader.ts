import { type Identity, type Init, type Place, READY, type ToFrame, type ToHost } from './host-protocol';

/**
 * The one line in a website: a launcher, and behind it a frame of ours that is made when it is first wanted. It lives
 * in a shadow tree with a constructed style sheet: the website's styles do not reach it, and a policy without inline
 * styles allows it. Its one global is `window.Helpdesk`.
 */

/** loader.css, put in by the build. */
declare const LOADER_CSS: string;

type Colours = [accent: string, hover: string, on: string];
/** What `widget/<key>/look.js` tells. */
interface Look {
  light: Colours;
  dark: Colours;
  side: 'start' | 'end';
  open: string;
  close: string;
  /** With `{count}` in it. */
  unread: string;
}
type Call = [name: string, ...given: unknown[]];
type Listener = (detail?: unknown) => void;

const script = (document.currentScript ?? document.querySelector('script[data-widget]')) as HTMLScriptElement;
const { widget: key = '', side, offset = '', locale: wanted } = script.dataset;
const base = new URL('.', script.src);
const mark = `helpdesk:${key}`;
/** Kept beside the website's pages until the frame has heard it. */
const LEFT = 'left';
/** Before we are here `window.Helpdesk` is a list of calls, if anything: `(window.Helpdesk ||= []).push(['open'])`. */
const page = window as unknown as { Helpdesk?: Call[] | typeof api };

const listeners: Record<string, Listener[]> = {};
let look: Look;
let host: HTMLElement;
let button: HTMLButtonElement;
let badge: HTMLElement;
let panel: HTMLElement;
let frame: HTMLIFrameElement | undefined;
let port: MessagePort | undefined;
let identity: Identity | null = null;
/** Somebody has left, on this page or the one before, and the frame has not heard of it. */
let left = remember('localStorage') === LEFT;
let locale = wanted;
let isOpen = false;
/** What was asked for before the look was here. */
let wish: boolean | undefined;
let count = 0;
let scroll = '';

const api = {
  open: () => show(true),
  close: () => show(false),
  /** Who is signed in on this website, with the proof its server made. */
  identify(who: Identity) {
    identity = who;
    if (port) tell({ type: 'identify', identity: who });
    else if (host) load();
  },
  /** Nobody is signed in on this website any more: the chat forgets on this device who was, and what he wrote. */
  logout() {
    identity = null;
    left = true;
    remember('localStorage', LEFT);
    if (!host) return;
    hear({ type: 'unread', count: 0 });
    if (frame) enter();
    else load();
  },
  /** The language of the frame from now on; a conversation goes on where it was. */
  setLocale(code: string) {
    locale = code;
    if (host) void dress();
    if (frame) enter();
  },
  /** `open`, `close` and `unread` (with the number). Answers with a function that ends it. */
  on(name: string, listener: Listener) {
    listeners[name] = [...(listeners[name] ?? []), listener];
    return () => {
      listeners[name] = (listeners[name] ?? []).filter((one) => one !== listener);
    };
  },
  push: (...calls: Call[]) => {
    for (const [name, ...given] of calls)
      (api as unknown as Record<string, ((...given: unknown[]) => unknown) | undefined>)[name]?.(...given);
  },
};

const say = (name: string, detail?: unknown) => {
  for (const listener of listeners[name] ?? []) listener(detail);
};
const tell = (message: ToFrame) => port?.postMessage(message);
const narrow = () => matchMedia('(max-width: 479px)').matches;
const place = (): Place => ({
  page_url: location.href.split('#')[0]!,
  page_title: document.title,
  referrer: document.referrer,
});

/** Remembers on this page's origin, where that is allowed, only that there is something to come back to. */
function remember(store: 'localStorage' | 'sessionStorage', value?: string): string | null {
  try {
    if (value === '') window[store].removeItem(mark);
    else if (value) window[store].setItem(mark, value);
    return window[store].getItem(mark);
  } catch {
    return null;
  }
}

const SVG = 'http://www.w3.org/2000/svg';
const BUBBLE =
  'M20 4H4a1 1 0 0 0-1 1v12a1 1 0 0 0 1 1h3v3.5L11.500 18H20a1 1 0 0 0 1-1V5a1 1 0 0 0-1-1ZM8 9h8M8 13h5';
const DOWN = 'm6 9 6 6 6-6';

function make<K extends keyof HTMLElementTagNameMap>(name: K, into: ParentNode): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  into.append(element);
  return element;
}

function build() {
  host = make('div', document.body);
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(LOADER_CSS);
  root.adoptedStyleSheets = [sheet];
  button = make('button', root);
  button.type = 'button';
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(document.createElementNS(SVG, 'path'));
  badge = document.createElement('b');
  badge.setAttribute('aria-hidden', 'true');
  button.append(svg, badge);
  button.onclick = () => show(!isOpen);
  button.onkeydown = ({ key }) => {
    if (key === 'Escape') show(false);
  };
  panel = make('section', root);
  for (const [n, axis] of ['--x', '--y'].entries()) {
    const pixels = Number.parseInt(offset.split(/[ ,]+/)[n] ?? '', 10);
    if (pixels >= 0) host.style.setProperty(axis, `${pixels}px`);
  }
  window.visualViewport?.addEventListener('resize', fit);
  window.visualViewport?.addEventListener('scroll', fit);
}

/** A keyboard on the screen takes its part of the window away; the writing line stays above it. */
function fit() {
  const { height, offsetTop } = window.visualViewport!;
  host.style.setProperty('--height', `${height}px`);
  host.style.setProperty('--top', `${offsetTop}px`);
}

function draw() {
  host.className = `${side ?? look.side}${isOpen ? ' open' : ''}`;
  panel.hidden = !isOpen;
  badge.hidden = isOpen || count === 0;
  badge.textContent = count > 9 ? '9+' : String(count);
  button.setAttribute('aria-expanded', String(isOpen));
  const unread = badge.hidden ? '' : `. ${look.unread.replace('{count}', String(count))}`;
  button.setAttribute('aria-label', (isOpen ? look.close : look.open) + unread);
  button.querySelector('path')!.setAttribute('d', isOpen ? DOWN : BUBBLE);
}

/** Colours and words; an unknown key or a page that may not have it gets nothing at all. */
async function dress() {
  look = (await import(`${base}widget/${key}/look.js?locale=${encodeURIComponent(locale ?? '')}`)).default;
  if (!host) build();
  for (const theme of ['light', 'dark'] as const)
    for (const [n, name] of ['accent', 'hover', 'on'].entries())
      host.style.setProperty(`--${theme}-${name}`, look[theme][n]!);
  draw();
}

function enter() {
  port?.close();
  port = undefined;
  frame!.src = `${base}widget/${key}/?locale=${encodeURIComponent(locale ?? '')}`;
}

function load() {
  if (frame) return;
  frame = document.createElement('iframe');
  frame.title = look.open;
  // the frame learns from it on whose page it stands, whatever the page's own policy is
  frame.referrerPolicy = 'origin';
  enter();
  panel.append(frame);
}

/** `byItself` on the page after the one where it was open: nobody asked for the focus. */
function show(wants: boolean, byItself = false) {
  wish = wants;
  if (!host || wants === isOpen) return;
  isOpen = wants;
  if (wants) load();
  draw();
  remember('sessionStorage', wants ? '1' : '');
  const { style } = document.documentElement;
  if (wants && narrow()) {
    scroll = style.overflow;
    style.overflow = 'hidden';
  } else if (!wants) style.overflow = scroll;
  if (wants) {
    tell({ type: 'shown', place: place() });
    if (!byItself) frame!.focus();
  } else {
    tell({ type: 'hidden' });
    button.focus();
  }
  say(wants ? 'open' : 'close');
}

function hear(message: ToHost) {
  if (message.type === 'close') show(false);
  else if (message.type === 'talked') remember('localStorage', '1');
  else {
    count = message.count;
    draw();
    say('unread', count);
  }
}

window.addEventListener('message', ({ source, origin, data }) => {
  if (!frame || source !== frame.contentWindow || origin !== base.origin || data !== READY) return;
  const { port1, port2 } = new MessageChannel();
  port?.close();
  port = port1;
  port.onmessage = (event) => hear(event.data as ToHost);
  const init: Init = { helpdesk: 'init', place: place(), identity, left, shown: isOpen, closes: true };
  frame.contentWindow!.postMessage(init, base.origin, [port2]);
  if (left) remember('localStorage', '');
  left = false;
});

async function start() {
  await dress();
  if (wish) show(true);
  else if (wish === undefined && remember('sessionStorage') && !narrow()) show(true, true);
  else if (identity || remember('localStorage')) load();
}

if (key && !(page.Helpdesk && 'open' in page.Helpdesk)) {
  const calls = page.Helpdesk ?? [];
  page.Helpdesk = api;
  api.push(...(calls as Call[]));
  start().catch(() => undefined);
}
