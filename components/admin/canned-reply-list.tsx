'use client';
import { Plus, Zap } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { SearchField } from '@/components/ui/search-field';
import { Select } from '@/components/ui/select';
import { languagesOf, textIn } from '@/lib/rules/text-in';
import type { CannedReplyDto } from '@/lib/schemas/canned-reply';
import { PageHead } from './page-head';

interface CannedReplyListProps {
  replies: CannedReplyDto[];
  /** `new` for one that is not there yet. */
  onOpen: (id: string) => void;
}

const ALL = 'all';

/** All replies by folder and title; search and folder stand in the address. */
export function CannedReplyList({ replies, onOpen }: CannedReplyListProps) {
  const t = useTranslations('workspace.canned');
  const [{ q, folder, show }, set] = useQueryStates(
    {
      q: parseAsString.withDefault(''),
      folder: parseAsString,
      show: parseAsStringLiteral(['active', 'archived']).withDefault('active'),
    },
    { history: 'replace' },
  );
  const folders = [...new Set(replies.flatMap((reply) => reply.folder ?? []))];
  const word = q.trim().toLowerCase();
  const shown = replies.filter(
    (reply) =>
      reply.is_archived === (show === 'archived') &&
      (folder === null || reply.folder === folder) &&
      [reply.title, `/${reply.short_code}`, ...Object.values(reply.bodies)].some((text) =>
        text.toLowerCase().includes(word),
      ),
  );
  return (
    <>
      <PageHead
        title={t('title')}
        detail={t('detail')}
        action={
          <Button
            variant="primary"
            icon={<Plus aria-hidden className="size-4" />}
            onClick={() => onOpen('new')}
          >
            {t('add')}
          </Button>
        }
      />
      <search className="mt-6 flex flex-wrap gap-2">
        <SearchField
          className="min-w-56 flex-1 sm:max-w-sm"
          label={t('search')}
          value={q}
          onChange={(text) => void set({ q: text || null })}
        />
        <div className="w-44">
          <Select
            aria-label={t('folder')}
            value={folder ?? ALL}
            onValueChange={(value) => void set({ folder: value === ALL ? null : value })}
            items={[
              { value: ALL, label: t('allFolders') },
              ...folders.map((value) => ({ value, label: value })),
            ]}
          />
        </div>
        <div className="w-36">
          <Select
            aria-label={t('show')}
            value={show}
            onValueChange={(value) => void set({ show: value })}
            items={(['active', 'archived'] as const).map((value) => ({ value, label: t(`shows.${value}`) }))}
          />
        </div>
      </search>
      {shown.length > 0 ? (
        <ul className="mt-4 border-t">
          {shown.map((reply) => (
            <ReplyRow key={reply.id} reply={reply} onOpen={() => onOpen(reply.id)} />
          ))}
        </ul>
      ) : replies.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyDetail')}</EmptyState>
      ) : (
        <EmptyState
          title={t('nothing')}
          action={
            <Button onClick={() => void set({ q: null, folder: null, show: null })}>{t('clear')}</Button>
          }
        />
      )}
    </>
  );
}

function ReplyRow({ reply, onOpen }: { reply: CannedReplyDto; onOpen: () => void }) {
  const t = useTranslations('workspace.canned');
  const m = useTranslations('macros');
  const isMacro = Object.keys(reply.actions).length > 0;
  const locale = useLocale();
  return (
    <li className="relative flex items-center gap-4 border-b py-3 hover:bg-hover">
      <div className="min-w-0 flex-1">
        <div className="flex min-w-0 items-baseline gap-2">
          <button
            type="button"
            onClick={onOpen}
            className="min-w-0 truncate text-start text-ui font-[600] text-ink before:absolute before:inset-0 before:content-[''] hover:underline"
          >
            {reply.title}
          </button>
          <code className="shrink-0 font-mono text-micro text-ink-3">/{reply.short_code}</code>
        </div>
        <p dir="auto" className="mt-0.5 line-clamp-1 text-small text-ink-2">
          {textIn(reply.bodies, locale) || m('actionsOnly')}
        </p>
      </div>
      <div className="flex shrink-0 items-center gap-1.5 max-md:hidden">
        {isMacro ? <Chip icon={<Zap aria-hidden className="size-3" />}>{m('macro')}</Chip> : null}
        {reply.folder ? <Chip>{reply.folder}</Chip> : null}
        {reply.team ? <Chip className="bg-selected text-ink">{reply.team.name}</Chip> : null}
        {reply.owner ? <Chip>{t('ownOf', { name: reply.owner.name })}</Chip> : null}
        {languagesOf(reply.bodies).map((language) => (
          <span key={language} className="text-micro text-ink-3 uppercase">
            {language}
          </span>
        ))}
      </div>
      <div className="tabular w-32 shrink-0 text-end text-small text-ink-3 max-sm:hidden">
        <span className="block text-ink-2">{t('used', { count: reply.use_count })}</span>
        <RelativeTime value={reply.last_used_at ?? reply.updated_at} />
      </div>
    </li>
  );
}
