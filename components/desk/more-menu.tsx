'use client';
import { Ellipsis, Link2, Mail, OctagonAlert, RotateCcw, ShieldCheck, Timer, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { useDeleteTicket, useRestoreTicket } from '@/components/data/use-delete-ticket';
import { useMarkSpam } from '@/components/data/use-mark-spam';
import { useProblemText } from '@/components/data/use-problem-text';
import { useMarkUnread } from '@/components/data/use-read-mark';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { can, may } from '@/lib/rules/permissions';
import type { TicketDto } from '@/lib/schemas/ticket';
import { useDesk } from './desk-context';
import { type LifecycleDialog, LifecycleDialogs, LifecycleItems } from './lifecycle/lifecycle-items';
import { ticketFacts } from './ticket-facts';
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
  const markSpam = (is_spam: boolean) =>
    spam.mutate(is_spam, {
      onError: failed,
      onSuccess: () =>
        toast(
          is_spam
            ? t('spamDone', { number: String(ticket.number) })
            : t('hamDone', { number: String(ticket.number) }),
          {
            duration: 10_000,
            action: { label: c('undo'), onClick: () => spam.mutate(!is_spam, { onError: failed }) },
          },
        ),
    });
  const moveToTrash = () =>
    trash.mutate(undefined, {
      onError: failed,
      onSuccess: () => {
        go(null);
        toast(t('trashDone', { number: String(ticket.number) }), {
          duration: 10_000,
          action: mayRestore
            ? { label: c('undo'), onClick: () => restore.mutate(undefined, { onError: failed }) }
            : undefined,
        });
      },
    });

  return (
    <>
      <Menu
        align="end"
        trigger={<IconButton label={t('label')} icon={<Ellipsis aria-hidden className="size-4.5" />} />}
      >
        <MenuItem icon={<Link2 aria-hidden className="size-4 text-ink-2" />} onClick={copy}>
          {t('copy')}
        </MenuItem>
        <MenuItem
          icon={<Mail aria-hidden className="size-4 text-ink-2" />}
          onClick={() => {
            // left first: an open ticket is read again at once
            go(null);
            markUnread(ticket).catch(failed);
          }}
        >
          {v('markUnread')}
        </MenuItem>
        {may(me, 'report.read') ? (
          <MenuItem
            icon={<Timer aria-hidden className="size-4 text-ink-2" />}
            onClick={() => router.push(`/admin/reports/${ticket.number}`)}
          >
            {t('clocks')}
          </MenuItem>
        ) : null}
        <LifecycleItems ticket={ticket} onChoose={setDialog} />
        {can(me, 'ticket.mark_spam', facts) ? (
          ticket.is_spam ? (
            <MenuItem
              icon={<ShieldCheck aria-hidden className="size-4 text-ink-2" />}
              onClick={() => markSpam(false)}
            >
              {t('ham')}
            </MenuItem>
          ) : (
            <MenuItem
              icon={<OctagonAlert aria-hidden className="size-4 text-ink-2" />}
              onClick={() => markSpam(true)}
            >
              {t('spam')}
            </MenuItem>
          )
        ) : null}
        {ticket.is_deleted && can(me, 'ticket.restore', facts) ? (
          <MenuItem
            icon={<RotateCcw aria-hidden className="size-4 text-ink-2" />}
            onClick={() => restore.mutate(undefined, { onError: failed })}
          >
            {t('restore')}
          </MenuItem>
        ) : null}
        {!ticket.is_deleted && can(me, 'ticket.delete', facts) ? (
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
