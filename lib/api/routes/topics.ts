import { z } from 'zod';
import { acceptedLocale } from '../../auth/accepted-locale';
import { createTopic } from '../../commands/create-topic';
import { editTopic } from '../../commands/edit-topic';
import { listTopics } from '../../queries/list-topics';
import { id } from '../../schemas/id';
import { createTopicInput, editTopicInput, listTopicsQuery, topicDto } from '../../schemas/topic';
import { type Call, type Route, route } from '../route';

const tag = 'Workspace';
const params = z.strictObject({ id });
const localeOf = (call: Pick<Call, 'acceptLanguage'>) => acceptedLocale(call.acceptLanguage);

export const topicRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/topics',
      tag,
      summary: 'Topics that a request may belong to, in their order',
      query: listTopicsQuery,
      answer: z.object({ results: z.array(topicDto) }),
    },
    (call) =>
      listTopics(call.actor, {
        locale: call.query.locale ?? localeOf(call),
        archived: call.query.all === '1',
      }),
  ),
  route(
    {
      method: 'post',
      path: '/topics',
      tag,
      summary: 'Make a topic',
      body: createTopicInput,
      answer: topicDto,
      status: 201,
    },
    (call) => createTopic(call.actor, call.body, localeOf(call), call.attempt),
  ),
  route(
    {
      method: 'patch',
      path: '/topics/{id}',
      tag,
      summary: 'Rename, move, archive a topic, or give it to a team',
      params,
      body: editTopicInput,
      answer: topicDto,
    },
    (call) => editTopic(call.actor, call.params.id, call.body, localeOf(call)),
  ),
  route(
    { method: 'delete', path: '/topics/{id}', tag, summary: 'Archive a topic', params, status: 204 },
    (call) => editTopic(call.actor, call.params.id, { is_archived: true }, localeOf(call)),
  ),
];
