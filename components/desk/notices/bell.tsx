'use client';
import { Bell as BellIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useNotices } from '@/components/data/use-notices';
import { IconButton } from '@/components/ui/icon-button';
import { Later } from '@/components/ui/later';
import { useFirstTouch } from '@/components/ui/use-first-touch';

const later = new Later(() => import('./notice-panel'));

/** How many things one was told and has not read; pressed, what they are. */
export function Bell({ onGo }: { onGo?: () => void }) {
  const t = useTranslations('notices');
  const unread = useNotices().data?.unread ?? 0;
  const trigger = (
    <IconButton
      label={t('bell', { count: unread })}
      icon={
        <span className="relative">
          <BellIcon aria-hidden className="size-4.5" strokeWidth={1.75} />
          {unread > 0 ? (
            <span
              aria-hidden="true"
              className="tabular absolute -end-2.5 -top-2 min-w-4 rounded-full bg-accent px-1 text-center text-[0.625rem] leading-4 font-[650] text-on-accent ring-2 ring-canvas"
            >
              {unread > 99 ? '99+' : unread}
            </span>
          ) : null}
        </span>
      }
    />
  );
  const { code, button } = useFirstTouch(later, trigger, { 'aria-haspopup': 'dialog' });
  return code ? <code.NoticePanel trigger={button} onGo={onGo} /> : button;
}
