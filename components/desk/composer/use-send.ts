'use client';
import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Uploads } from '@/components/attachments/use-uploads';
import { namedIn } from '@/components/data/draft-content';
import { newKey } from '@/components/data/new-key';
import type { OpenDraft } from '@/components/data/use-message-draft';
import type { PostOutcome, usePostMessage } from '@/components/data/use-post-message';
import { toast } from '@/components/ui/toast';
import { unresolvedIn } from '@/lib/rules/variables-in';
import type { MessageDto } from '@/lib/schemas/message';
import type { RecipientsDto } from '@/lib/schemas/recipients';
import type { TicketDetailDto } from '@/lib/schemas/ticket-detail';
import type { Channel, DraftKind } from '@/lib/schemas/values';
import { useGoOn } from '../commands/use-go-on';
import { useDesk } from '../desk-context';
import type { EditorHandle } from './editor-handle';
import { type SendWay, STATUS_OF_WAY } from './send-button';
import { sentLately } from './sent-lately';

const MOST = 50_000;
const LIVE: ReadonlySet<Channel> = new Set<Channel>(['CHAT', 'MESSENGER']);

/** How the person wants it to go. */
export interface Wish {
  way: SendWay;
  later?: { send_at: string; send_if: 'always' | 'no_reply' };
  /** Although somebody wrote since. */
  anyway?: boolean;
  /** The suggestion was read. */
  read?: boolean;
  /** These new addresses are meant. */
  confirmed?: string[];
}

/** Why it did not go; the wish is tried again with the answer. */
export type Stop =
  | { kind: 'hint'; text: string }
  | { kind: 'unread'; wish: Wish }
  | { kind: 'newer'; wish: Wish; messages: MessageDto[] }
  | { kind: 'recipients'; wish: Wish; recipients: RecipientsDto['cc'] };

interface Sending {
  ticket: TicketDetailDto;
  kind: DraftKind;
  open: OpenDraft;
  uploads: Uploads;
  input: RefObject<EditorHandle | null>;
  post: ReturnType<typeof usePostMessage>;
  /** The text is a suggestion word for word. */
  isUnread: boolean;
  /** Why no answer reaches the customer now; null when one does. */
  barred: string | null;
  onSent: (messageId: string, isHeld: boolean) => void;
}

const braced = (variable: string) => `{{${variable}}}`;

/** Sends what stands in the composer, and says what keeps it from going. */
export function useSend({ ticket, kind, open, uploads, input, post, isUnread, barred, onSent }: Sending) {
  const t = useTranslations('composer');
  const m = useTranslations('macros');
  const files = useTranslations('attachments');
  const { go, me } = useDesk();
  const goOn = useGoOn();
  const [stop, setStop] = useState<Stop | null>(null);
  // The newest message when this text was begun: what the author has seen.
  const basis = useRef<string | null>(null);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const newest = ticket.messages.at(-1)?.id;
  const isNote = kind === 'note';
  // who talks sees at once what was said (product 2.14)
  const undoSeconds = LIVE.has(ticket.channel) ? 0 : me.undo_seconds;

  const [gap] = open.macro ? unresolvedIn(open.body) : [];
  const refuse = (): string | null => {
    if (open.body.trim() === '') return t(isNote ? 'emptyNote' : 'emptyReply');
    if ([...open.body].length > MOST) return t('tooLong', { most: MOST });
    if (gap !== undefined) return m('unfilled', { name: braced(gap) });
    if (barred !== null && !isNote) return barred;
    if (uploads.isBusy) return files('stillUploading');
    return uploads.hasFailed ? files('someFailed') : null;
  };

  const send = async (wish: Wish) => {
    if (isUnread && !isNote && !wish.read && !wish.anyway) return setStop({ kind: 'unread', wish });
    const text = refuse();
    if (text) {
      setStop({ kind: 'hint', text });
      return gap === undefined ? input.current?.focus() : input.current?.select(braced(gap));
    }
    setStop(null);
    const caret = input.current?.caret() ?? 0;
    const key = newKey();
    const { revision } = open.draft;
    const content = open.draft.take(key);
    const used = content.macro;
    const named = isNote ? namedIn(content.body, content.mentions) : [];
    const answer = post.send(
      {
        body: content.body,
        format: 'markdown',
        is_internal: isNote,
        attachments: content.files,
        content,
        draft_revision: revision,
        ...(used?.canned_reply_id && { canned_reply_id: used.canned_reply_id }),
        ...(used && Object.keys(used.actions).length > 0 && { actions: used.actions }),
        ...(named.length > 0 && { mentions: named }),
        // a note goes to the team alone: it is there at once
        ...(wish.later ?? (!isNote && undoSeconds > 0 && { hold_seconds: undoSeconds })),
        ...(!isNote && {
          // the macro says what it sets, and the line above the text has said so
          ...(!used?.actions.status && { status: STATUS_OF_WAY[wish.way] }),
          ...(content.cc && { cc: [...content.cc] }),
          ...(wish.confirmed && { confirmed_recipients: wish.confirmed }),
          based_on: wish.anyway ? undefined : (basis.current ?? newest),
        }),
      },
      key,
    );
    // at once: what the server says of it is told from wherever the person is by then
    if (!isNote) goOn(ticket.number);
    const outcome = await answer;
    basis.current = null;
    if (outcome.kind === 'newer' || outcome.kind === 'new_recipients') {
      open.draft.giveBack(content, caret, outcome.kind === 'newer');
      return stopped(wish, outcome);
    }
    if (outcome.kind === 'failed') return elsewhere(t('notSentFrom', { number: String(ticket.number) }));
    open.draft.sent(key);
    if (outcome.kind === 'held' && !wish.later)
      sentLately.put({
        ...{ ticket: { id: ticket.id, number: ticket.number }, kind, held: outcome.held },
        ...{ until: Date.now() + undoSeconds * 1_000, caret },
      });
    if (outcome.kind === 'held' && wish.later) toast.success(t('later.done'));
    if (outcome.kind === 'follow_up') {
      toast(t('followUp', { number: String(outcome.ticket.number) }));
      if (isHere.current) go(outcome.ticket.number);
    } else if (!isNote && !wish.later) {
      if (outcome.kind === 'held') onSent(outcome.held.id, true);
      else onSent(outcome.message.id, false);
      if (outcome.kind === 'sent' && !isHere.current)
        toast.success(t('sentFrom', { number: String(ticket.number) }));
    }
  };

  function stopped(wish: Wish, outcome: Extract<PostOutcome, { kind: 'newer' | 'new_recipients' }>): void {
    if (outcome.kind === 'newer') {
      basis.current = outcome.messages.at(-1)?.id ?? null;
      setStop({ kind: 'newer', wish, messages: outcome.messages });
    } else setStop({ kind: 'recipients', wish, recipients: outcome.recipients });
    elsewhere(t('held.stoppedToast', { number: String(ticket.number) }));
  }

  /** Tells who has gone on, and leads back. */
  function elsewhere(said: string): void {
    if (isHere.current) return;
    toast.error(said, {
      duration: 20_000,
      action: { label: t('held.open'), onClick: () => go(ticket.number) },
    });
  }

  return {
    stop,
    send: (wish: Wish) => void send(wish),
    dismiss: () => {
      setStop(null);
      input.current?.focus();
    },
    /** Something was typed. */
    typed: () => {
      if (open.body === '') basis.current = newest ?? null;
      if (stop?.kind === 'hint') setStop(null);
    },
  };
}
