'use client';
import { useEffect } from 'react';
import { useStaffChoice } from '@/components/data/use-staff-choice';
import { useTags } from '@/components/data/use-tags';
import { useTopics } from '@/components/data/use-topics';
import { completeSearch, operatorAt, type SearchCompletion, valueAt } from './complete-search';

/** How a search may go on while it is typed. Names are asked for when their operator stands there. */
export function useSearchCompletions(typed: string): SearchCompletion[] {
  const operator = operatorAt(typed);
  const value = valueAt(typed);
  const { people, search: findPeople } = useStaffChoice({ enabled: operator === 'assignee' });
  const { tags, search: findTags } = useTags({ enabled: operator === 'tag' });
  const { active } = useTopics();
  useEffect(() => {
    if (operator === 'assignee') findPeople(value);
    if (operator === 'tag') findTags(value);
  }, [operator, value, findPeople, findTags]);
  return completeSearch(typed, {
    people: people.map(({ name }) => name),
    topics: active.map(({ key }) => key),
    tags,
  });
}
