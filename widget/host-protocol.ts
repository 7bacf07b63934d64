/**
 * What the page of the website and our frame in it say to each other. Each of them first checks who speaks: the frame
 * hears its parent's window alone, and only with the origin that the browser itself names; the loader hears its own
 * frame's window and our origin. From then on both talk over a channel that nobody else holds an end of.
 */

/** The frame's first word, to its parent. */
export const READY = 'helpdesk:ready';

/** What a website knows of the person who is signed in there. `hash` proves it (docs/widget.md). */
export interface Identity {
  id: string;
  email?: string;
  name?: string;
  hash: string;
}

/** Where the visitor is on the website. */
export interface Place {
  page_url: string;
  page_title: string;
  referrer: string;
}

/** The loader's first word; it carries the frame's end of the channel. */
export interface Init {
  helpdesk: 'init';
  place: Place;
  identity: Identity | null;
  /** Who was here has left the website since the frame last heard of it: nothing of his may stay. */
  left?: boolean;
  shown: boolean;
  /** There is something behind the chat to go back to. */
  closes: boolean;
}

export type ToFrame =
  | { type: 'shown'; place: Place }
  | { type: 'hidden' }
  | { type: 'identify'; identity: Identity };

export type ToHost =
  | { type: 'close' }
  | { type: 'unread'; count: number }
  /** There are conversations: on the next page the frame comes by itself, to count what is unread. */
  | { type: 'talked' };
