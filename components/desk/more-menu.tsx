'use client';
import {
  Ban,
  Ellipsis,
  Link2,
  Mail,
  OctagonAlert,
  RotateCcw,
  ShieldCheck,
  Smile,
  Timer,
  Trash2,
} from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useDeleteTicket, useRestoreTicket } from '@/components/data/use-delete-ticket';
import { useMarkSpam } from '@/components/data/use-mark-spam';
import { useProblemText } from '@/components/data/use-problem-text';
import { useMarkUnread } from '@/components/data/use-read-mark';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { toast } from '@/components/ui/toast';
import { can, may } from '@/lib/rules/permissions';
import type { TicketDto } from '@/lib/schemas/ticket';
import { useCommandPart } from './commands/command-context';
import { toastUndo } from './commands/last-act';
import { useShortcut } from './commands/use-key-text';
import { useDesk } from './desk-context';
import {
  type LifecycleDialog,
  LifecycleDialogs,
  LifecycleItems,
  useLifecycleChoices,
} from './lifecycle/lifecycle-items';
import { ticketFacts } from './ticket-facts';
import { useAskRating } from './use-ask-rating';
import { useCopyLink } from './use-copy-link';

/** What is done seldom. Spam and trash are taken back from the toast or from their views. */
export function MoreMenu({ ticket }: { ticket: TicketDto }) {
  const t = useTranslations('desk.more');
  const v = useTranslations('views.row');
  const c = useTranslations('common');
  const { me, go } = useDesk();
  const router = useRouter();
  const { problem } = useProblemText();
  const copy = useCopyLink(ticket.number);
  const trash = useDeleteTicket(ticket);
  const restore = useRestoreTicket(ticket);
  const spam = useMarkSpam(ticket);
  const markUnread = useMarkUnread();
  const facts = ticketFacts(ticket);
  const [dialog, setDialog] = useState<LifecycleDialog | null>(null);
  // Only who may restore is offered the way back: for others the ticket is gone from sight.
  const mayRestore = can(me, 'ticket.restore', { ...facts, deleted_at: ticket.updated_at });

  const failed = (error: Error) => toast.error(t('failed'), { description: problem(error) });
  const { name } = ticket.customer;
  const markSpam = (is_spam: boolean, blocks = false) => {
    const said = blocks ? t('blockDone', { name }) : null;
    spam.mutate(blocks ? { is_spam, block_sender: true } : { is_spam }, {
      onError: failed,
      onSuccess: () =>
        toastUndo(said ?? t(is_spam ? 'spamDone' : 'hamDone', { number: String(ticket.number) }), {
          label: c('undo'),
          undo: () =>
            void spam
              .mutateAsync({ is_spam: !is_spam, ...(blocks ? { block_sender: false } : {}) })
              .catch(failed),
        }),
    });
  };
  const moveToTrash = () =>
    trash.mutate(undefined, {
      onError: failed,
      onSuccess: () => {
        go(null);
        const said = t('trashDone', { number: String(ticket.number) });
        if (mayRestore)
          toastUndo(said, {
            label: c('undo'),
            undo: () => void restore.mutateAsync(undefined).catch(failed),
          });
        else toast(said);
      },
    });

  const leaveUnread = () => {
    // left first: an open ticket is read again at once
    go(null);
    markUnread(ticket).catch(failed);
  };
  const openClocks = () => router.push(`/admin/reports/${ticket.number}`);
  const takeOut = () => restore.mutate(undefined, { onError: failed });
  const choices = useLifecycleChoices(ticket);
  const allowed = {
    clocks: may(me, 'report.read'),
    spam: can(me, 'ticket.mark_spam', facts),
    restore: ticket.is_deleted && can(me, 'ticket.restore', facts),
    trash: !ticket.is_deleted && can(me, 'ticket.delete', facts),
  };
  const ask = (one: LifecycleDialog) => (choices.includes(one) ? () => setDialog(one) : null);
  useCommandPart('more', {
    copy,
    markUnread: leaveUnread,
    clocks: allowed.clocks ? openClocks : null,
    promise: ask('promise'),
    merge: ask('merge'),
    split: ask('split'),
    spam: allowed.spam && !ticket.is_spam ? () => markSpam(true) : null,
    ham: allowed.spam && ticket.is_spam ? () => markSpam(false) : null,
    trash: allowed.trash ? moveToTrash : null,
    restore: allowed.restore ? takeOut : null,
  });
  const askRating = useAskRating(ticket);
  const copyKey = useShortcut('copyLink');

  return (
    <>
      <Menu
        align="end"
        trigger={<IconButton label={t('label')} icon={<Ellipsis aria-hidden className="size-4.5" />} />}
      >
        <MenuItem
          icon={<Link2 aria-hidden className="size-4 text-ink-2" />}
          shortcut={copyKey}
          onClick={copy}
        >
          {t('copy')}
        </MenuItem>
        <MenuItem icon={<Mail aria-hidden className="size-4 text-ink-2" />} onClick={leaveUnread}>
          {v('markUnread')}
        </MenuItem>
        {allowed.clocks ? (
          <MenuItem icon={<Timer aria-hidden className="size-4 text-ink-2" />} onClick={openClocks}>
            {t('clocks')}
          </MenuItem>
        ) : null}
        {askRating ? (
          <MenuItem
            icon={<Smile aria-hidden className="size-4 text-ink-2" />}
            onClick={() => askRating(ticket.ask_rating === false)}
          >
            {t(ticket.ask_rating === false ? 'askRating' : 'spareRating')}
          </MenuItem>
        ) : null}
        <LifecycleItems choices={choices} onChoose={setDialog} />
        {allowed.spam ? (
          ticket.is_spam ? (
            <MenuItem
              icon={<ShieldCheck aria-hidden className="size-4 text-ink-2" />}
              onClick={() => markSpam(false)}
            >
              {t('ham')}
            </MenuItem>
          ) : (
            <>
              <MenuItem
                icon={<OctagonAlert aria-hidden className="size-4 text-ink-2" />}
                onClick={() => markSpam(true)}
              >
                {t('spam')}
              </MenuItem>
              <MenuItem
                icon={<Ban aria-hidden className="size-4 text-ink-2" />}
                onClick={() => markSpam(true, true)}
              >
                {t('block', { name })}
              </MenuItem>
            </>
          )
        ) : null}
        {allowed.restore ? (
          <MenuItem icon={<RotateCcw aria-hidden className="size-4 text-ink-2" />} onClick={takeOut}>
            {t('restore')}
          </MenuItem>
        ) : null}
        {allowed.trash ? (
          <>
            <MenuSeparator />
            <MenuItem danger icon={<Trash2 aria-hidden className="size-4" />} onClick={moveToTrash}>
              {t('trash')}
            </MenuItem>
          </>
        ) : null}
      </Menu>
      <LifecycleDialogs ticket={ticket} open={dialog} onClose={() => setDialog(null)} />
    </>
  );
}
