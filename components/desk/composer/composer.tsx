'use client';
import { Tabs } from '@base-ui/react/tabs';
import { cx } from 'class-variance-authority';
import { Lock, Maximize2, Minimize2, Zap } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type RefObject, useCallback, useId, useState } from 'react';
import { AttachButton } from '@/components/attachments/attach-button';
import { AttachmentChips } from '@/components/attachments/attachment-chips';
import { DropZone } from '@/components/attachments/drop-zone';
import { useAiStatus } from '@/components/data/use-ai-status';
import { useDraftMark, useMessageDraft } from '@/components/data/use-message-draft';
import { useMessaging } from '@/components/data/use-messaging';
import type { usePostMessage } from '@/components/data/use-post-message';
import { IconButton } from '@/components/ui/icon-button';
import { can } from '@/lib/rules/permissions';
import type { TicketDetailDto } from '@/lib/schemas/ticket-detail';
import { type DraftKind, LOCALES } from '@/lib/schemas/values';
import { AiButton } from '../ai-button';
import { AiSuggestion } from '../ai-suggestion';
import { AiUnreadMark } from '../ai-unread';
import { useCommandPart } from '../commands/command-context';
import { useShortcut } from '../commands/use-key-text';
import { useDesk } from '../desk-context';
import { MentionMenu } from '../mention-menu';
import { ticketFacts } from '../ticket-facts';
import { useMentionMenu } from '../use-mention-menu';
import { useSuggestion } from '../use-suggestion';
import { ComposerEditor } from './composer-editor';
import { ComposerFoot } from './composer-foot';
import { ComposerTabs } from './composer-tabs';
import { DraftConflict } from './draft-conflict';
import { type EditorHandle, joinMenus } from './editor-handle';
import { MacroLine } from './macro-line';
import { MessagingWindow } from './messaging-window-part';
import { RecipientsLine } from './recipients-line';
import { ReplyPicker } from './reply-picker';
import { SendButton, type SendWay, useSendWays } from './send-button';
import { SendLater } from './send-later';
import { StopBanner } from './stop-banner';
import { useComposerReplies } from './use-composer-replies';
import { useDraftFiles } from './use-draft-files';
import { useSend } from './use-send';

interface ComposerProps {
  ticket: TicketDetailDto;
  /** What may be written here; never empty. */
  kinds: readonly DraftKind[];
  kind: DraftKind;
  onKind: (kind: DraftKind) => void;
  post: ReturnType<typeof usePostMessage>;
  announce: (state: 'viewing' | 'replying' | 'noting') => void;
  input: RefObject<EditorHandle | null>;
}

/**
 * Reply or note. Sending the one for the other is the worst mistake of the trade, so the kind is told by tint, icon,
 * placeholder, the line above the text and the button's words.
 */
export function Composer({ ticket, kinds, kind, onKind, post, announce, input }: ComposerProps) {
  const t = useTranslations('composer');
  const m = useTranslations('macros');
  const { me } = useDesk();
  const id = useId();
  const reply = useMessageDraft(me.id, ticket, 'reply');
  const note = useMessageDraft(me.id, ticket, 'note');
  useDraftMark(ticket, [reply, note]);
  const files = { reply: useDraftFiles(reply), note: useDraftFiles(note) };
  const isNote = kind === 'note';
  const open = isNote ? note : reply;
  const uploads = files[kind];
  const { ways, way, remember } = useSendWays(ticket);
  const [isTall, setTall] = useState(false);
  const [isLater, setLater] = useState(false);
  const [toolbar, setToolbar] = useState<HTMLElement | null>(null);
  // the panel that goes may go after the one that comes
  const placeToolbar = useCallback((place: HTMLElement | null) => {
    if (place) setToolbar(place);
  }, []);

  const mentions = useMentionMenu(ticket, input, note.draft);
  const replies = useComposerReplies(ticket, open, input);
  const ai = useAiStatus();
  const drafts = can(me, 'ticket.draft', ticketFacts(ticket));
  const suggestion = useSuggestion(ticket.id, reply, input);
  const languages = languagesFor(ticket.languages, me.languages);
  const messaging = useMessaging(ticket);
  const isBarred = messaging?.state === 'closed' || messaging?.state === 'off';
  const { unread: isUnread, sent: onSent } = suggestion;
  const { stop, send, dismiss, typed } = useSend({
    ...{ ticket, kind, open, uploads, input, post, isUnread },
    barred: isBarred ? t('window.refused') : null,
    onSent: (messageId, isHeld) => {
      announce('viewing');
      onSent(messageId, isHeld);
    },
  });

  const write = (body: string) => {
    typed();
    // what the text came with goes with it
    open.draft.write({ body, ...(body === '' && { macro: null, mentions: [] }) });
    if (body) announce(isNote ? 'noting' : 'replying');
  };
  const sendBy = (chosen: SendWay) => {
    if (!isNote) remember(chosen);
    send({ way: isNote ? 'send' : chosen });
  };
  const sendAs = (how: 'send' | 'resolve') =>
    sendBy(how === 'resolve' && ways.includes('resolve') ? 'resolve' : way);
  useCommandPart('composer', {
    send: () => sendAs('send'),
    resolve: () => sendAs('resolve'),
    later: () => setLater(true),
    replies: replies.openMenu,
  });
  const macroKey = useShortcut('macro');
  const problem = stop?.kind === 'hint' ? { id: `${id}-problem`, text: stop.text } : null;

  return (
    <Tabs.Root
      value={kind}
      onValueChange={(value) => onKind(value as DraftKind)}
      id="composer"
      className={cx(
        'flex min-h-0 flex-col border-t',
        isTall ? 'grow-[1000] basis-0' : 'shrink-0',
        'has-[[role=textbox]:focus-visible]:outline-2 has-[textarea:focus-visible]:outline-2 -outline-offset-2 outline-focus',
        isNote ? 'border-note-line bg-note' : 'bg-surface',
      )}
    >
      <div className="flex items-center gap-2 ps-3 pe-2 pt-1.5">
        <ComposerTabs kinds={kinds} />
        <div className="ms-auto flex items-center gap-1">
          <IconButton
            label={m('open')}
            shortcut={macroKey}
            icon={<Zap aria-hidden className="size-3.5" />}
            className="size-7! coarse:size-control!"
            onClick={replies.openMenu}
          />
          {drafts && !isNote ? (
            <AiButton
              text={reply.body}
              languages={languages}
              working={suggestion.state.kind === 'working'}
              onAsk={(wish) => void suggestion.ask(wish)}
            />
          ) : null}
          <IconButton
            label={t(isTall ? 'shrink' : 'grow')}
            aria-pressed={isTall}
            icon={
              isTall ? (
                <Minimize2 aria-hidden className="size-3.5" />
              ) : (
                <Maximize2 aria-hidden className="size-3.5" />
              )
            }
            className="size-7! coarse:size-control!"
            onClick={() => setTall(!isTall)}
          />
        </div>
      </div>
      {isNote ? (
        <p className="flex items-start gap-1.5 px-5.5 pt-1.5 text-small text-note-ink">
          <Lock aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {t('noteTo', { customer: ticket.customer.name })}
        </p>
      ) : (
        <>
          <RecipientsLine ticketId={ticket.id} cc={reply.cc} onCc={(cc) => reply.draft.write({ cc })} />
          {messaging ? (
            <MessagingWindow
              window={messaging}
              customer={ticket.customer.name}
              onNote={kinds.includes('note') ? () => onKind('note') : null}
            />
          ) : null}
        </>
      )}
      {drafts && !isNote ? (
        <AiSuggestion suggestion={suggestion} none={ai?.provider === 'none'} languages={languages} />
      ) : null}
      <StopBanner stop={stop} onSend={send} onBack={dismiss} />
      <DraftConflict open={open} onDone={() => input.current?.focus()} />
      {kinds.map((one) => (
        <Tabs.Panel
          key={one}
          value={one}
          tabIndex={-1}
          className={cx('flex min-h-0 flex-col outline-none', isTall && 'flex-1')}
        >
          <DropZone onFiles={uploads.add} className="flex min-h-0 flex-1 flex-col px-3 pt-0.5 pb-3">
            {isNote ? <MentionMenu menu={mentions} /> : null}
            <ReplyPicker menu={replies.menu} />
            <MacroLine macro={open.macro} onDrop={replies.dropActions} />
            {/* biome-ignore lint/a11y/noStaticElementInteractions: a click beside the text means the text */}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys reach the text itself */}
            <div
              className={cx('scrolling min-h-18', isTall ? 'flex-1' : 'max-h-[50cqh]')}
              onClick={(event) => event.target === event.currentTarget && input.current?.focus()}
            >
              <ComposerEditor
                ref={input}
                id={`${id}-text`}
                label={isNote ? t('noteLabel') : t('replyLabel', { customer: ticket.customer.name })}
                placeholder={
                  isNote ? t('notePlaceholder') : t('replyPlaceholder', { customer: ticket.customer.name })
                }
                problem={problem?.id}
                text={open.body}
                outside={open.outside}
                caret={open.caret}
                toolbar={toolbar}
                menu={isNote ? joinMenus(mentions, replies.menu) : replies.menu}
                onWrite={write}
                onSend={sendAs}
              />
            </div>
            <AttachmentChips uploads={uploads} className="px-2.5 pb-2" />
            <ComposerFoot
              open={open}
              problem={problem}
              mark={isUnread && !isNote ? <AiUnreadMark /> : null}
            />
            <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
              <AttachButton onFiles={uploads.add} />
              <div ref={placeToolbar} className="min-w-0 overflow-x-auto p-0.5 [scrollbar-width:none]" />
              <span className="ms-auto">
                <SendButton
                  kind={kind}
                  ways={ways}
                  way={way}
                  onSend={sendBy}
                  onLater={() => setLater(true)}
                />
              </span>
            </div>
          </DropZone>
        </Tabs.Panel>
      ))}
      {isLater ? (
        <SendLater
          kind={kind}
          onClose={() => setLater(false)}
          onSend={(later) => send({ way: isNote ? 'send' : way, later })}
        />
      ) : null}
    </Tabs.Root>
  );
}

/** Languages to translate into: the ticket's, the agent's, and those that everybody asks for. */
const languagesFor = (...lists: readonly (readonly string[])[]): string[] =>
  [...new Set([...lists.flat(), ...LOCALES, 'es'])].slice(0, 8);
