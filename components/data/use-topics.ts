'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import { textIn } from '@/lib/rules/text-in';
import type { CreateTopicInput, EditTopicInput, TopicDto } from '@/lib/schemas/topic';
import { api } from './api';
import { queryKeys } from './query-keys';
import { useIntentKey } from './use-intent-key';

/** All topics as staff sees them, archived ones last; `nameOf` says what the topic of a ticket is called here. */
export function useTopics() {
  const locale = useLocale();
  const query = useQuery({
    queryKey: queryKeys.topics,
    queryFn: ({ signal }) => api.get<{ results: TopicDto[] }>('/topics/', { query: { all: '1' }, signal }),
    staleTime: 5 * 60_000,
  });
  const all = query.data?.results;
  return useMemo(() => {
    const topics = (all ?? []).map((topic) => ({ ...topic, name: textIn(topic.names ?? {}, locale) }));
    const names = new Map(topics.map((topic) => [topic.key, topic.name]));
    return {
      query,
      topics,
      active: topics.filter((topic) => !topic.is_archived),
      /** Text that is no topic's key (an import's, an integrator's) is what it is. */
      nameOf: (topic: string) => names.get(topic) ?? topic,
    };
  }, [all, query, locale]);
}

export function useCreateTopic() {
  const client = useQueryClient();
  const intent = useIntentKey();
  return useMutation({
    mutationFn: (input: Partial<CreateTopicInput>) =>
      api.post<TopicDto>('/topics/', input, { key: intent.keyFor(input) }),
    onSuccess: () => {
      intent.done();
      return client.invalidateQueries({ queryKey: queryKeys.topics });
    },
  });
}

export function useEditTopic() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...edit }: EditTopicInput & { id: string }) =>
      api.patch<TopicDto>(`/topics/${id}/`, edit),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.topics }),
  });
}
