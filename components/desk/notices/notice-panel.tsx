'use client';
import { Popover } from '@base-ui/react/popover';
import { cx } from 'class-variance-authority';
import { CheckCheck, Settings2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import { useNotices, useReadNotices } from '@/components/data/use-notices';
import { useProblemText } from '@/components/data/use-problem-text';
import { buttonStyle } from '@/components/ui/button-style';
import { floatStyle } from '@/components/ui/float-style';
import { toast } from '@/components/ui/toast';
import { NoticeList } from './notice-list';

interface NoticePanelProps {
  trigger: ReactElement;
  onGo?: () => void;
}

/** What one was told: see `Bell`, which brings this file when it is touched. */
export function NoticePanel({ trigger, onGo }: NoticePanelProps) {
  const t = useTranslations('notices');
  const { problem } = useProblemText();
  const [open, setOpen] = useState(false);
  const data = useNotices().data;
  const read = useReadNotices();
  const unread = data?.unread ?? 0;
  const newest = data?.notices[0]?.id;
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger render={trigger} />
      <Popover.Portal>
        <Popover.Positioner align="start" sideOffset={4} collisionPadding={8} className="z-50">
          <Popover.Popup
            className={cx(
              floatStyle,
              'flex max-h-[min(36rem,var(--available-height))] w-96 max-w-(--available-width) flex-col',
            )}
          >
            <div className="flex shrink-0 items-center gap-1 border-b py-1.5 ps-4 pe-2">
              <Popover.Title className="text-heading">{t('title')}</Popover.Title>
              <span className="flex-1" />
              {unread > 0 && newest ? (
                <button
                  type="button"
                  className={buttonStyle({ variant: 'quiet', size: 'small' })}
                  onClick={() =>
                    read.mutate({ until: newest }, { onError: (error) => toast.error(problem(error)) })
                  }
                >
                  <CheckCheck aria-hidden className="size-4" />
                  {t('readAll')}
                </button>
              ) : null}
              <Link
                href="/account#notices"
                aria-label={t('choose')}
                title={t('choose')}
                className={buttonStyle({ variant: 'quiet', size: 'small' })}
              >
                <Settings2 aria-hidden className="size-4" />
              </Link>
            </div>
            <div className="scrolling min-h-0 flex-1">
              <NoticeList
                onGo={() => {
                  setOpen(false);
                  onGo?.();
                }}
              />
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
