'use client';
import { Tabs } from '@base-ui/react/tabs';
import { cx } from 'class-variance-authority';
import { Lock, Reply, Zap } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type RefObject, useRef, useState } from 'react';
import { toast } from 'sonner';
import type { Uploads } from '@/components/attachments/use-uploads';
import { useAiStatus } from '@/components/data/use-ai-status';
import type { usePostMessage } from '@/components/data/use-post-message';
import { IconButton } from '@/components/ui/icon-button';
import { can } from '@/lib/rules/permissions';
import { unresolvedIn } from '@/lib/rules/variables-in';
import type { MessageDto, TicketDetailDto } from '@/lib/schemas/ticket';
import { AiButton } from './ai-button';
import { AiSuggestion } from './ai-suggestion';
import { AiUnreadBanner, AiUnreadMark } from './ai-unread';
import { MacroLine } from './composer/macro-line';
import { ReplyPicker } from './composer/reply-picker';
import { useComposerReplies } from './composer/use-composer-replies';
import { ComposerText } from './composer-text';
import { useDesk } from './desk-context';
import { NewerBanner } from './newer-banner';
import { type SendWay, STATUS_OF_WAY, useSendWays } from './send-button';
import { ticketFacts } from './ticket-facts';
import { type Mode, useDraft } from './use-draft';
import { useMentionMenu } from './use-mention-menu';
import { useSuggestion } from './use-suggestion';

interface ComposerProps {
  ticket: TicketDetailDto;
  /** What may be written here; never empty. */
  modes: readonly Mode[];
  mode: Mode;
  onMode: (mode: Mode) => void;
  post: ReturnType<typeof usePostMessage>;
  announce: (state: 'viewing' | 'replying' | 'noting') => void;
  input: RefObject<HTMLTextAreaElement | null>;
  uploads: Record<Mode, Uploads>;
}

/**
 * Reply or note. Sending the one for the other is the worst mistake of the trade, so the mode is told by tint, icon,
 * placeholder and the button's words.
 */
export function Composer({ ticket, modes, mode, onMode, post, announce, input, uploads }: ComposerProps) {
  const t = useTranslations('desk.composer');
  const m = useTranslations('macros');
  const filesText = useTranslations('attachments');
  const { go, me } = useDesk();
  const reply = useDraft(ticket.id, 'reply');
  const note = useDraft(ticket.id, 'note');
  const draft = mode === 'note' ? note : reply;
  const { ways, way, remember } = useSendWays(ticket);
  const [hint, setHint] = useState<string | null>(null);
  const [newer, setNewer] = useState<{ way: SendWay; messages: MessageDto[] } | null>(null);
  // The newest message when this text was begun: what the author has seen.
  const basis = useRef<string | null>(null);

  const { macro, menu, follow, place } = useComposerReplies({
    ticket,
    mode,
    text: draft.text,
    input,
    onText: (text) => write(text),
  });

  const write = (text: string) => {
    if (text === '') macro.clear();
    if (draft.text === '') basis.current = ticket.messages.at(-1)?.id ?? null;
    setHint(null);
    draft.set(text);
    if (text) announce(mode === 'note' ? 'noting' : 'replying');
  };

  const mentions = useMentionMenu(ticket, note.text, write);
  const ai = useAiStatus();
  const drafts = can(me, 'ticket.draft', ticketFacts(ticket));
  const suggestion = useSuggestion(ticket.id, reply.text, write, input);
  const [asksFor, setAsksFor] = useState<SendWay>('send');
  const languages = languagesFor(ticket.languages, me.languages);

  const send = async (chosen: SendWay, { anyway = false, read = false } = {}) => {
    const body = draft.text;
    if (mode === 'reply' && suggestion.unread && !read && !anyway) {
      setAsksFor(chosen);
      suggestion.setConfirming(true);
      return;
    }
    if (body.trim() === '') {
      setHint(mode === 'note' ? t('emptyNote') : t('emptyReply'));
      input.current?.focus();
      return;
    }
    const [unfilled] = unresolvedIn(body);
    if (macro.macro && unfilled !== undefined) {
      setHint(m('unfilled', { name: `{{${unfilled}}}` }));
      place(`{{${unfilled}`);
      return;
    }
    const files = uploads[mode];
    if (files.isBusy || files.hasFailed) {
      setHint(filesText(files.isBusy ? 'stillUploading' : 'someFailed'));
      return;
    }
    const { attachments } = files;
    const internal = mode === 'note';
    const named = internal ? mentions.idsIn(body) : [];
    if (!internal) remember(chosen);
    const newest = ticket.messages.at(-1)?.id;
    const used = macro.macro;
    draft.set('');
    macro.clear();
    files.reset();
    setNewer(null);
    announce('viewing');
    const outcome = await post.send({
      body,
      attachments,
      is_internal: internal,
      // the macro says what it sets, and the line above the text has said so
      status: internal || used?.actions.status ? undefined : STATUS_OF_WAY[chosen],
      mentions: named.length > 0 ? named : undefined,
      based_on: internal || anyway ? undefined : (basis.current ?? newest),
      canned_reply_id: used?.id,
      actions: used && Object.keys(used.actions).length > 0 ? used.actions : undefined,
    });
    basis.current = null;
    if (outcome.kind === 'sent' && !internal) suggestion.sent(outcome.message.id);
    if (outcome.kind === 'newer') {
      draft.set(body);
      if (used) macro.take(used);
      files.reset(attachments);
      basis.current = outcome.messages.at(-1)?.id ?? null;
      setNewer({ way: chosen, messages: outcome.messages });
    }
    if (outcome.kind === 'follow_up') {
      toast(t('followUp', { number: String(outcome.ticket.number) }));
      go(outcome.ticket.number);
    }
  };

  return (
    <Tabs.Root
      value={mode}
      onValueChange={(value) => onMode(value as Mode)}
      id="composer"
      className={cx(
        'relative shrink-0 border-t has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:-outline-offset-2 has-[textarea:focus-visible]:outline-focus',
        mode === 'note' ? 'border-note-line bg-note' : 'bg-surface',
      )}
    >
      <div className="flex items-center gap-2 px-3 pt-1.5">
        <Tabs.List aria-label={t('modes')} className="flex gap-1">
          {modes.map((one) => (
            <Tabs.Tab
              key={one}
              value={one}
              className={cx(
                'relative inline-flex h-8 items-center gap-1.5 rounded-control px-2.5 text-small font-[550] text-ink-2 hover:text-ink coarse:h-control',
                'data-active:text-ink data-active:after:absolute data-active:after:inset-x-2.5 data-active:after:-bottom-px data-active:after:h-0.5 data-active:after:rounded-full',
                one === 'note'
                  ? 'data-active:text-note-ink data-active:after:bg-note-ink'
                  : 'data-active:after:bg-accent',
              )}
            >
              {one === 'note' ? (
                <Lock aria-hidden className="size-3.5" />
              ) : (
                <Reply aria-hidden className="size-3.5 rtl:-scale-x-100" />
              )}
              {t(one)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <IconButton
          label={m('open')}
          icon={<Zap aria-hidden className="size-4" strokeWidth={1.75} />}
          onClick={menu.open}
          className="ms-auto"
        />
        {drafts && mode === 'reply' ? (
          <div>
            <AiButton
              text={reply.text}
              languages={languages}
              working={suggestion.state.kind === 'working'}
              onAsk={(wish) => void suggestion.ask(wish)}
            />
          </div>
        ) : null}
      </div>
      {drafts && mode === 'reply' ? (
        <AiSuggestion suggestion={suggestion} none={ai?.provider === 'none'} languages={languages} />
      ) : null}
      {suggestion.confirming && suggestion.unread && mode === 'reply' ? (
        <AiUnreadBanner
          onSend={() => void send(asksFor, { read: true })}
          onBack={() => {
            suggestion.setConfirming(false);
            input.current?.focus();
          }}
        />
      ) : null}
      {newer ? (
        <div className="pt-2">
          <NewerBanner
            messages={newer.messages}
            onSendAnyway={() => void send(newer.way, { anyway: true })}
            onDismiss={() => {
              setNewer(null);
              input.current?.focus();
            }}
          />
        </div>
      ) : null}
      <ReplyPicker menu={menu} />
      <MacroLine macro={macro.macro} onDrop={macro.dropActions} />
      {modes.map((one) => (
        <Tabs.Panel key={one} value={one} tabIndex={-1} className="outline-none">
          <ComposerText
            mode={one}
            customer={ticket.customer.name}
            text={one === 'note' ? note.text : reply.text}
            hint={hint}
            mark={one === 'reply' && suggestion.unread ? <AiUnreadMark /> : null}
            ways={ways}
            way={way}
            input={input}
            menu={menu}
            mentions={one === 'note' ? mentions : undefined}
            uploads={uploads[one]}
            onWrite={write}
            onCaret={follow}
            onSend={(chosen) => void send(chosen)}
          />
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  );
}

/** Languages to translate into: the ticket's, the agent's, and those that everybody asks for. */
const languagesFor = (...lists: readonly (readonly string[])[]): string[] =>
  [...new Set([...lists.flat(), 'en', 'de', 'fr', 'es', 'it'])].slice(0, 8);
