import { type Identity, type Init, type Place, READY, type ToFrame, type ToHost } from '../host-protocol';

/** The page we stand in, by the browser's own word. Empty when we are a page by ourselves. */
export const hostOrigin: string = (() => {
  if (window.parent === window) return '';
  const above = location.ancestorOrigins?.[0];
  if (above) return above;
  return URL.canParse(document.referrer) ? new URL(document.referrer).origin : '';
})();

interface HostListener {
  begin(init: Init): void;
  shown(place: Place): void;
  hidden(): void;
  identify(identity: Identity): void;
}

let port: MessagePort | null = null;

/** Tells the page; before it has spoken there is nobody to tell. */
export const tellHost = (message: ToHost) => port?.postMessage(message);

/**
 * Begins to listen, and says so. The first word counts once, and only from the window above us with the origin that
 * the browser names; whatever another frame or window posts is not read at all (spec/reliability.md C47).
 */
export function meetHost(listener: HostListener): void {
  window.addEventListener('message', ({ source, origin, data, ports }) => {
    if (port || source !== window.parent || origin !== hostOrigin) return;
    const init = data as Init | null;
    if (init?.helpdesk !== 'init' || !ports[0]) return;
    port = ports[0];
    port.onmessage = ({ data }) => hear(data as ToFrame, listener);
    listener.begin(init);
  });
  if (hostOrigin && hostOrigin !== 'null') window.parent.postMessage(READY, hostOrigin);
}

function hear(message: ToFrame, listener: HostListener): void {
  if (message.type === 'shown') listener.shown(message.place);
  else if (message.type === 'hidden') listener.hidden();
  else listener.identify(message.identity);
}
