'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTopics } from '@/components/data/use-topics';
import { PickMenu } from '@/components/ui/pick-menu';

interface TopicFieldProps {
  /** A topic's key, or what an import called it. */
  topic: string | null;
  onKeep: (topic: string | null) => void;
}

const NONE = '';
const QUIET =
  '-ms-1.5 h-7 w-full rounded-control border border-transparent bg-transparent px-1.5 text-start text-small text-ink hover:border-line-strong coarse:h-control coarse:border-line-strong';

/** The topic of the open ticket, edited in place: chosen from the house's topics, or typed while there are none. */
export function TopicField({ topic, onKeep }: TopicFieldProps) {
  const t = useTranslations('desk.context');
  const { active, topics, nameOf } = useTopics();
  if (topics.length === 0) return <TopicInput topic={topic} onKeep={onKeep} />;
  return (
    <PickMenu
      trigger={
        <button type="button" aria-label={t('topic')} className={`${QUIET} truncate`}>
          {topic ? nameOf(topic) : <span className="text-ink-3">{t('addTopic')}</span>}
        </button>
      }
      items={[
        ...active.map(({ key, name }) => ({ value: key, label: name })),
        ...(topic === null ? [] : [{ value: NONE, label: t('noTopic') }]),
      ]}
      value={topic}
      onPick={(value) => {
        if (value !== (topic ?? NONE)) onKeep(value || null);
      }}
      filterLabel={t('findTopic')}
      emptyText={t('noSuchTopic')}
    />
  );
}

function TopicInput({ topic, onKeep }: TopicFieldProps) {
  const t = useTranslations('desk.context');
  const [text, setText] = useState(topic ?? '');
  return (
    <input
      value={text}
      maxLength={80}
      aria-label={t('topic')}
      placeholder={t('addTopic')}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => {
        const next = text.trim() || null;
        if (next !== topic) onKeep(next);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') {
          setText(topic ?? '');
          requestAnimationFrame(() => (event.target as HTMLElement).blur());
        }
      }}
      className={`${QUIET} focus:border-focus focus:bg-surface focus:outline-1 focus:outline-focus coarse:text-input`}
    />
  );
}
