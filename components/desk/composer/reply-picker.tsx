'use client';
import { cx } from 'class-variance-authority';
import { Zap } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import type { CannedReplyDto } from '@/lib/schemas/canned-reply';
import { ReplyPreview } from './reply-preview';
import type { ReplyMenu } from './use-reply-menu';

/** The list over the text, and beside it what the active one would say and do. The text keeps the focus. */
export function ReplyPicker({ menu }: { menu: ReplyMenu }) {
  const t = useTranslations('macros');
  const { problem } = useProblemText();
  if (!menu.open) return null;
  const { items, active, id, preview } = menu;
  const canTake = preview && (preview.text !== null || preview.languages.length === 0);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press in here must not take the caret out of the text
    <div
      onMouseDown={(event) => event.preventDefault()}
      className="absolute inset-x-2 bottom-full z-20 mb-1 flex max-h-[min(22rem,50dvh)] flex-col overflow-hidden rounded-float border border-line bg-raised text-ink shadow-float sm:max-w-180"
    >
      <p className="sr-only" role="status">
        {menu.isLoading ? null : t('found', { count: items.length })}
      </p>
      <div className="flex min-h-0 flex-1 max-md:flex-col">
        <div
          id={id}
          role="listbox"
          aria-label={t('list')}
          className="scrolling min-h-0 p-1 max-md:max-h-40 max-md:shrink-0 max-md:border-b md:w-72 md:border-e"
        >
          {items.map((reply) => (
            <Option key={reply.id} menu={menu} reply={reply} active={reply === active} />
          ))}
          {items.length === 0 ? (
            <p className="px-2 py-2 text-small text-ink-3">
              {menu.error ? problem(menu.error) : menu.isLoading ? t('loading') : t('nothing')}
            </p>
          ) : null}
        </div>
        {active ? <ReplyPreview menu={menu} reply={active} /> : null}
      </div>
      <div className="flex min-h-10 items-center gap-3 border-t px-3 py-1.5 text-micro text-ink-3">
        <span className="flex items-center gap-1 max-sm:hidden">
          <Kbd>↑</Kbd>
          <Kbd>↓</Kbd>
          {t('keys.choose')}
        </span>
        <span className="flex items-center gap-1 max-sm:hidden">
          <Kbd>Enter</Kbd>
          {t('keys.take')}
        </span>
        {preview && preview.languages.length > 1 ? (
          <span className="flex items-center gap-1 max-sm:hidden">
            <Kbd>→</Kbd>
            {t('keys.language')}
          </span>
        ) : null}
        <Link href="/replies" className="ms-auto rounded-control px-1 hover:text-ink hover:underline">
          {t('manage')}
        </Link>
        {canTake ? (
          <Button size="small" variant="primary" onClick={menu.choose}>
            {t(preview.languages.length === 0 ? 'apply' : 'insert')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function Option({ menu, reply, active }: { menu: ReplyMenu; reply: CannedReplyDto; active: boolean }) {
  const t = useTranslations('macros');
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const isMacro = Object.keys(reply.actions).length > 0;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the text keeps the focus and names the active one
    // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the text's
    <div
      ref={row}
      role="option"
      id={`${menu.id}-${reply.id}`}
      aria-selected={active}
      onClick={() => (active ? menu.choose() : menu.point(reply))}
      className={cx(
        'cursor-default rounded-control px-2 py-1.5 coarse:min-h-11',
        active ? 'bg-selected' : 'hover:bg-hover',
      )}
    >
      <span className="flex items-center gap-1.5 text-ui">
        <span className="min-w-0 flex-1 truncate">{reply.title}</span>
        {isMacro ? <Zap role="img" aria-label={t('macro')} className="size-3.5 shrink-0 text-ink-3" /> : null}
      </span>
      <span className="flex items-baseline gap-2 text-micro text-ink-3">
        <code className="min-w-0 truncate font-mono">/{reply.short_code}</code>
        {reply.folder ? <span className="min-w-0 truncate">{reply.folder}</span> : null}
      </span>
    </div>
  );
}
