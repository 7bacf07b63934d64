import { replayRouting } from '../../queries/replay/replay-routing';
import { whatIf } from '../../queries/what-if';
import { replayDto, replayInput, whatIfDto, whatIfInput } from '../../schemas/what-if';
import { type Route, route } from '../route';

const tag = 'Routing';

export const whatIfRoutes: Route[] = [
  route(
    {
      method: 'post',
      path: '/routing/what-if',
      tag,
      summary: 'What routing would do with a ticket of these traits now',
      description:
        'Changes nothing. Who would get it or why nobody, its place in the queue, and what leaves each agent out; by the rules as they are, or with the changes that are told.',
      body: whatIfInput,
      answer: whatIfDto,
    },
    ({ actor, body }) => whatIf(actor, body),
  ),
  route(
    {
      method: 'post',
      path: '/routing/replay',
      tag,
      summary: 'The last tickets, as they would have been routed by other rules or with other people',
      description:
        'Changes nothing. Plays them twice, by the rules as they are and with the changes, and tells both in figures. What is taken for granted: a ticket takes a place for as long as it really did, three days at most; people were there as they were; nothing is handed over. 503 while others try something out.',
      body: replayInput,
      answer: replayDto,
    },
    ({ actor, body }) => replayRouting(actor, body),
  ),
];
