'use client';
import { useLayoutEffect, useRef } from 'react';
import type { TicketDto } from '@/lib/schemas/ticket';
import type { Priority, Status } from '@/lib/schemas/values';
import type { AfterAct } from './after-act';

/** An act of something on the screen; null while it cannot be done. What it answers is nobody's concern. */
type Act<Given extends unknown[] = []> = ((...given: Given) => unknown) | null;

export type PalettePage = 'root' | 'assign' | 'status' | 'priority' | 'tags';

/** What a choice in the palette is done to: the tickets that are chosen in the list, or the one that is open. */
export interface CommandTarget {
  tickets: readonly TicketDto[];
  /** Every ticket of the list is meant, those that are not loaded too. */
  isAll: boolean;
  assign: Act<[person: { id: string; name: string } | null]>;
  setStatus: Act<[status: Status]>;
  /** What `setStatus` may be given. */
  statuses: readonly Status[];
  setPriority: Act<[priority: Priority]>;
  addTag: Act<[tag: string]>;
  removeTag: Act<[tag: string]>;
}

/**
 * Everything that commands can do, by who does it. Whoever is on the screen puts his part here, so the acts stay where
 * their data are, and a command is valid exactly while its part is there.
 */
export interface CommandParts {
  /** Every page of staff's. */
  frame: {
    palette: Act<[page: PalettePage]>;
    help: Act;
    create: Act<[subject?: string]>;
    view: Act<[view: string]>;
    page: Act<[path: '/customers' | '/replies' | '/account']>;
    reports: Act;
    settings: Act;
    pane: Act<[by: 1 | -1]>;
    theme: Act;
    after: Act<[choice: AfterAct]>;
    signOut: Act;
  };
  search: { focus: Act };
  desk: { back: Act; context: Act };
  list: {
    step: Act<[by: 1 | -1]>;
    extend: Act<[by: 1 | -1]>;
    toggle: Act;
    open: Act;
    clear: Act;
    /** Opens the ticket beside that one; says when there is none. */
    leave: Act<[number: number]>;
  };
  /** Tickets that are chosen in the list. */
  chosen: CommandTarget & { merge: Act };
  /** The open ticket. */
  opened: CommandTarget;
  ticket: { reply: Act; note: Act; take: Act; resolve: Act };
  snooze: { open: Act };
  subject: { edit: Act };
  more: {
    copy: Act;
    markUnread: Act;
    clocks: Act;
    promise: Act;
    merge: Act;
    split: Act;
    spam: Act;
    ham: Act;
    trash: Act;
    restore: Act;
  };
  composer: { send: Act; resolve: Act; later: Act; replies: Act };
  claim: { next: Act };
  /** What has rung longest at this person, and what he wraps up. */
  offer: { accept: Act; decline: Act };
  wrapUp: { end: Act };
  /** The call that this person is in; `turn` holds it, or takes it up again. */
  call: { turn: Act; hangUp: Act };
  /** The open ticket's customer can be called. */
  callBack: { call: Act };
  ai: { draft: Act };
  undo: { last: Act };
  /** A ticket is on its way to the screen. */
  opening: Record<never, never>;
}
export type CommandContext = { readonly [Name in keyof CommandParts]?: CommandParts[Name] };

type Held = { readonly current: CommandParts[keyof CommandParts] | null };
const given = new Map<keyof CommandParts, Held[]>();

/** What can be done at this moment. Read when a key is pressed or the palette is open: nothing is drawn anew for it. */
export function commandContext(): CommandContext {
  return Object.fromEntries(
    [...given].flatMap(([name, held]) => {
      const part = held.findLast(({ current }) => current !== null)?.current;
      return part ? [[name, part]] : [];
    }),
  );
}

const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

/** Calls back whenever a part comes, changes or goes; answers what ends that. */
export function onPartsChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * Offers acts while the component is mounted; null offers nothing, and hides nothing. Of several who do, the last one
 * mounted has the part: what is inside is mounted before what is around it.
 */
export function useCommandPart<Name extends keyof CommandParts>(name: Name, part: CommandParts[Name] | null) {
  const held = useRef<CommandParts[Name] | null>(part);
  // what is on the screen can be done: a busy browser puts other effects off, and keys do not wait
  useLayoutEffect(() => {
    held.current = part;
    tell();
  });
  useLayoutEffect(() => {
    given.set(name, [...(given.get(name) ?? []), held]);
    tell();
    return () => {
      given.set(
        name,
        (given.get(name) ?? []).filter((one) => one !== held),
      );
      tell();
    };
  }, [name]);
}
