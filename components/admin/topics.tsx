'use client';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { QueryError } from '@/components/data/query-error';
import { useProblemText } from '@/components/data/use-problem-text';
import { useEditTopic, useTopics } from '@/components/data/use-topics';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import type { EditTopicInput, TopicDto } from '@/lib/schemas/topic';
import { PageHead } from './page-head';
import { TopicForm } from './topic-form';
import { TopicRow } from './topic-row';
import { useEditDialog } from './use-edit-dialog';

/** What customers choose from when they write, in the order they see it. */
export function Topics() {
  const t = useTranslations('workspace.topics');
  const { problem } = useProblemText();
  const { query, active, topics } = useTopics();
  const edit = useEditTopic();
  const dialog = useEditDialog<TopicDto>();
  const [said, setSaid] = useState('');
  const archived = topics.filter((topic) => topic.is_archived);
  const change = (topic: TopicDto, input: EditTopicInput, done?: () => void) =>
    edit.mutate(
      { id: topic.id, ...input },
      {
        onSuccess: done,
        onError: (error) => toast.error(t('failed'), { description: problem(error) }),
      },
    );
  const move = (topic: TopicDto, to: number) => {
    if (to < 0 || to >= active.length) return;
    change(topic, { position: to }, () =>
      setSaid(t('moved', { name: topic.name, place: to + 1, of: active.length })),
    );
  };

  return (
    <div className="max-w-180">
      <PageHead
        title={t('title')}
        detail={t('detail')}
        action={
          <Button
            variant="primary"
            icon={<Plus aria-hidden className="size-4" />}
            onClick={() => dialog.edit(null)}
          >
            {t('add')}
          </Button>
        }
      />
      <p className="sr-only" role="status">
        {said}
      </p>
      <div className="mt-6" aria-busy={query.isPending}>
        {query.error && !query.data ? (
          <QueryError title={t('notLoaded')} query={query} />
        ) : query.isPending ? (
          <Skeleton className="w-1/3" />
        ) : active.length === 0 ? (
          <EmptyState title={t('empty')}>{t('emptyDetail')}</EmptyState>
        ) : (
          <ol className="border-t">
            {active.map((topic, place) => (
              <TopicRow
                key={topic.id}
                topic={topic}
                place={place}
                count={active.length}
                onOpen={() => dialog.edit(topic)}
                onMove={(to) => move(topic, to)}
                onArchive={() =>
                  change(topic, { is_archived: true }, () =>
                    toast.success(t('archivedOne', { name: topic.name }), {
                      action: { label: t('undo'), onClick: () => change(topic, { is_archived: false }) },
                    }),
                  )
                }
              />
            ))}
          </ol>
        )}
        {active.length > 1 ? <p className="mt-3 text-small text-ink-3">{t('keys')}</p> : null}
        {archived.length > 0 ? (
          <details className="mt-8">
            <summary className="cursor-pointer text-ui font-[550] text-ink-2">
              {t('archived', { count: archived.length })}
            </summary>
            <ul className="mt-2 border-t">
              {archived.map((topic) => (
                <li key={topic.id} className="flex min-h-12 items-center gap-4 border-b py-1.5">
                  <span className="min-w-0 flex-1 truncate text-ui text-ink-2">{topic.name}</span>
                  <Button size="small" variant="quiet" onClick={() => change(topic, { is_archived: false })}>
                    {t('restore')}
                  </Button>
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </div>
      <Dialog
        {...dialog.props}
        title={dialog.row ? dialog.row.name : t('new')}
        description={dialog.row ? t('keyIs', { key: dialog.row.key }) : undefined}
      >
        <TopicForm key={dialog.row?.id ?? 'new'} topic={dialog.row} onDone={dialog.close} />
      </Dialog>
    </div>
  );
}
