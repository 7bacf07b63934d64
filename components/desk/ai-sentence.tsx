'use client';
import { Popover as Base } from '@base-ui/react/popover';
import { cx } from 'class-variance-authority';
import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { floatStyle } from '@/components/ui/float-style';
import { RelativeTime } from '@/components/ui/relative-time';
import type { DraftDto, DraftSourceDto } from '@/lib/schemas/ai';
import { useDesk } from './desk-context';

interface AiSentenceProps {
  sentence: DraftDto['sentences'][number];
  sources: readonly DraftSourceDto[];
}

/**
 * One sentence. Under the pointer, or opened by key, it shows what it rests on; one that claims something without a
 * source is underlined and says so.
 */
export function AiSentence({ sentence, sources }: AiSentenceProps) {
  const t = useTranslations('ai');
  const own = sources.filter((source) => sentence.sources.includes(source.id));
  if (own.length === 0 && !sentence.unsupported) return <span>{sentence.text}</span>;
  return (
    <Base.Root>
      <Base.Trigger
        openOnHover
        delay={250}
        nativeButton={false}
        render={
          <span
            className={cx(
              'cursor-help rounded-[3px] data-popup-open:bg-selected',
              sentence.unsupported
                ? 'underline decoration-warn decoration-wavy underline-offset-4'
                : 'hover:bg-selected',
            )}
          />
        }
      >
        {sentence.text}
        <span className="sr-only">
          {' '}
          ({sentence.unsupported ? t('unsupported') : t('sources', { count: own.length })})
        </span>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner side="top" align="start" sideOffset={4} collisionPadding={8} className="z-50">
          <Base.Popup
            className={cx(
              floatStyle,
              'scrolling max-h-(--available-height) w-96 max-w-(--available-width) p-3',
            )}
          >
            {sentence.unsupported ? (
              <>
                <Base.Title className="flex items-center gap-1.5 text-ui font-[600] text-warn">
                  <CircleAlert aria-hidden className="size-4" />
                  {t('unsupported')}
                </Base.Title>
                <Base.Description className="mt-1 text-small text-ink-2">
                  {t('unsupportedDetail')}
                </Base.Description>
              </>
            ) : (
              <>
                <Base.Title className="sr-only">{t('sourcesTitle')}</Base.Title>
                <ul className="flex flex-col gap-3">
                  {own.map((source) => (
                    <Source key={source.id} source={source} />
                  ))}
                </ul>
              </>
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Source({ source }: { source: DraftSourceDto }) {
  const t = useTranslations('ai');
  const { go } = useDesk();
  const { message_id, ticket_number } = source;
  const show =
    message_id !== null
      ? () => showMessage(message_id)
      : source.kind === 'answered_ticket'
        ? () => go(ticket_number)
        : null;
  return (
    <li className="text-small">
      <p className="flex items-baseline justify-between gap-2">
        <bdi className="font-[600] text-ink">{t(`kind.${source.kind}`, { title: source.title })}</bdi>
        {source.at ? <RelativeTime value={source.at} className="shrink-0 text-micro text-ink-3" /> : null}
      </p>
      <p dir="auto" className="mt-0.5 line-clamp-6 whitespace-pre-wrap text-ink-2">
        {source.passage}
      </p>
      {show ? (
        <Base.Close render={<Button size="small" variant="quiet" className="-ms-2 mt-1" />} onClick={show}>
          {t('show')}
        </Base.Close>
      ) : null}
    </li>
  );
}

/** Brings a message of the thread into view and gives it the focus. */
function showMessage(id: string): void {
  const message = document.getElementById(id);
  if (!message) return;
  message.tabIndex = -1;
  message.scrollIntoView({ block: 'center' });
  message.focus({ preventScroll: true });
}
