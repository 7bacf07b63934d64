'use client';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';
import { languageName } from '@/components/ui/language-name';
import { Skeleton } from '@/components/ui/skeleton';
import type { CannedReplyDto } from '@/lib/schemas/canned-reply';
import { ChangeList } from './change-list';
import type { ReplyMenu } from './use-reply-menu';

/** What the active reply would say here, in which language, and what it would change. */
export function ReplyPreview({ menu, reply }: { menu: ReplyMenu; reply: CannedReplyDto }) {
  const t = useTranslations('macros');
  const format = useFormatter();
  const locale = useLocale();
  const { problem } = useProblemText();
  const { preview, previewError } = menu;
  if (previewError) return <p className="flex-1 px-4 py-3 text-small text-danger">{problem(previewError)}</p>;
  if (!preview) {
    return (
      <div aria-busy="true" className="flex flex-1 flex-col gap-3 px-4 py-4">
        <Skeleton className="w-2/3" />
        <Skeleton className="w-1/2" />
      </div>
    );
  }
  const { text, language, languages, unresolved, changes } = preview;
  const isAsked = language === null && languages.length > 0;
  return (
    <section
      aria-label={t('previewOf', { title: reply.title })}
      className="scrolling flex min-h-0 min-w-0 flex-1 flex-col gap-3 px-4 py-3"
    >
      {isAsked || languages.length > 1 ? (
        <div className="flex flex-wrap items-center gap-1.5">
          {isAsked ? <p className="w-full text-small text-ink">{t('whichLanguage')}</p> : null}
          {languages.map((one) => (
            <Button
              key={one}
              size="small"
              variant={one === language ? 'secondary' : 'quiet'}
              aria-pressed={one === language}
              onClick={() => menu.setLanguage(one)}
            >
              {languageName(one, locale)}
            </Button>
          ))}
        </div>
      ) : null}
      {unresolved.length > 0 ? (
        <p className="text-small text-warn">
          {t('unresolved', { names: format.list(unresolved, { type: 'unit' }) })}
        </p>
      ) : null}
      {changes.length > 0 ? (
        <ChangeList changes={changes} />
      ) : Object.keys(preview.actions).length > 0 ? (
        <p className="text-small text-ink-3">{t('nothingChanges')}</p>
      ) : null}
      {text ? (
        <p lang={language ?? undefined} dir="auto" className="prose-plain text-small text-ink-2">
          {text}
        </p>
      ) : null}
    </section>
  );
}
