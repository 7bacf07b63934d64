'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { queryKeys } from '@/components/data/query-keys';
import { useAvailability } from '@/components/data/use-availability';
import { useNotices, useNoticeWays } from '@/components/data/use-notices';
import type { NoticeDto } from '@/lib/schemas/notice';
import { playSound } from './sounds';
import { isAnyVisible, tellVisibility, tryToLead } from './tab-locks';
import { useFaviconDot } from './use-favicon-dot';
import { useNoticeText } from './use-notice-text';
import { useOpenNotice } from './use-open-notice';
import { useTitleBadge } from './use-title-badge';

/** What is older when it is first heard of belongs into the bell alone. */
const FRESH_MS = 120_000;
/** The window that shows the ticket has this long to read it. */
const GRACE_MS = 800;

/**
 * Sound and desktop notices, once for all windows, and only while none of them is looked at. Being away mutes both.
 * Shows nothing itself but the dot on the window's icon and the number before its title.
 */
export function NoticeAnnouncer() {
  const t = useTranslations('notices');
  const text = useNoticeText();
  const open = useOpenNotice();
  const client = useQueryClient();
  const data = useNotices().data;
  const ways = useNoticeWays().data;
  const intent = useAvailability().data?.presence.intent;
  const isAway = intent !== undefined && intent !== 'online' && intent !== 'busy';
  useFaviconDot((data?.unread ?? 0) > 0);
  useTitleBadge('unread', badgeOf(data?.unread ?? 0));

  const lead = useRef<{ isLeader: () => boolean }>({ isLeader: () => false });
  useEffect(() => {
    const closing = new AbortController();
    lead.current = tryToLead(closing.signal);
    tellVisibility(closing.signal);
    return () => closing.abort();
  }, []);

  const announce = async (notice: NoticeDto) => {
    const chosen = ways?.[notice.kind];
    if (!chosen || isAway || !lead.current.isLeader() || (await isAnyVisible())) return;
    if (isReadBy(client.getQueryData(queryKeys.notices), notice.id)) return;
    if (chosen.sound)
      void playSound(notice.kind === 'mention' || notice.kind === 'assigned' ? 'call' : 'tick').catch(
        () => {},
      );
    if (!chosen.desktop || !('Notification' in window) || Notification.permission !== 'granted') return;
    const { ticket, mailbox, message } = notice;
    const shown = new Notification(text(notice), {
      body: [
        ticket ? t('ticket', { number: String(ticket.number), subject: ticket.subject }) : mailbox,
        message?.text,
      ]
        .filter(Boolean)
        .join('\n'),
      tag: notice.id,
      icon: '/icon.svg',
    });
    shown.onclick = () => {
      window.focus();
      open(notice);
      shown.close();
    };
  };
  const current = useRef(announce);
  useEffect(() => {
    current.current = announce;
  });

  const known = useRef<Set<string> | null>(null);
  useEffect(() => {
    if (!data) return;
    const before = known.current;
    known.current = new Set(data.notices.map((one) => one.id));
    if (!before) return;
    for (const notice of data.notices) {
      const isFresh = Date.now() - Date.parse(notice.created_at) < FRESH_MS;
      if (!before.has(notice.id) && notice.read_at === null && isFresh)
        setTimeout(() => void current.current(notice), GRACE_MS);
    }
  }, [data]);

  return (
    <p role="status" className="sr-only">
      {data && data.unread > 0 ? t('unread', { count: data.unread }) : null}
    </p>
  );
}

const badgeOf = (unread: number): string => (unread === 0 ? '' : `(${unread > 99 ? '99+' : unread}) `);

/** Looks into the cache as it is now: another window may have read it meanwhile. */
function isReadBy(cached: unknown, id: string): boolean {
  const pages = (cached as { pages: { results: NoticeDto[] }[] } | undefined)?.pages ?? [];
  return pages.some((page) => page.results.some((one) => one.id === id && one.read_at !== null));
}
