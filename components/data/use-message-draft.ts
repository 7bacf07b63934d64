'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { MessageDraftDto } from '@/lib/schemas/message-draft';
import type { TicketDto } from '@/lib/schemas/ticket';
import type { DraftKind } from '@/lib/schemas/values';
import { api } from './api';
import { type DraftView, MessageDraft } from './message-draft';
import { outbox } from './outbox';
import { patchTicket } from './patch-ticket';

const drafts = new Map<string, MessageDraft>();

/** Texts of somebody else, who worked in this browser before, are not his. */
const keyOf = (meId: string, ticketId: string, kind: DraftKind) => `draft:${meId}:${ticketId}:${kind}`;

/** The one draft of a person, ticket and kind in this tab. */
export function messageDraft(meId: string, ticket: Pick<TicketDto, 'id' | 'number'>, kind: DraftKind) {
  const key = keyOf(meId, ticket.id, kind);
  let draft = drafts.get(key);
  if (!draft) {
    const path = `/tickets/${ticket.id}/drafts/${kind}/`;
    draft = new MessageDraft(
      { get: () => api.get<MessageDraftDto>(path), put: (saved) => api.put(path, saved) },
      { read: () => read(key), write: (value) => write(key, value) },
      (sending) => outbox.of(ticket.number).some((one) => one.key === sending),
    );
    drafts.set(key, draft);
  }
  return draft;
}

export interface OpenDraft extends DraftView {
  draft: MessageDraft;
}

/** A draft on the screen: read when there is something to read, again when the person comes back, saved on leaving. */
export function useMessageDraft(meId: string, ticket: TicketDto, kind: DraftKind): OpenDraft {
  const draft = messageDraft(meId, ticket, kind);
  const view = useSyncExternalStore(draft.subscribe, draft.view, draft.view);
  const isThere = ticket.has_draft !== false || draft.revision > 0;
  useEffect(() => {
    if (isThere) void draft.load();
    else draft.assumeNone();
  }, [draft, isThere]);
  useEffect(() => {
    const leave = () => void draft.flush();
    const look = () => void (document.visibilityState === 'visible' ? draft.load() : draft.flush());
    window.addEventListener('pagehide', leave);
    window.addEventListener('online', leave);
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('online', leave);
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
      leave();
    };
  }, [draft]);
  return { draft, ...view };
}

/** The mark in the lists follows what stands in the composer, before the server has it. */
export function useDraftMark(ticket: TicketDto, drafts: readonly DraftView[]): void {
  const client = useQueryClient();
  const has = drafts.some(({ body, files }) => body.trim() !== '' || files.length > 0);
  const isSure = has || drafts.every(({ known }) => known);
  const { id, number } = ticket;
  const isWrong = isSure && ticket.has_draft !== has;
  useEffect(() => {
    if (isWrong) patchTicket(client, { id, number }, { has_draft: has });
  }, [client, id, number, has, isWrong]);
}

function read(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    // Storage may be forbidden; then the server alone keeps it.
    return null;
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, value);
  } catch {
    // Full or forbidden: as above.
  }
}
