import { requestDemo } from '../../commands/request-demo';
import { getDemo } from '../../queries/get-demo';
import { demoDto } from '../../schemas/setup';
import { type Route, route } from '../route';

const tag = 'System';
const contract = { path: '/demo', tag, answer: demoDto } as const;

export const demoRoutes: Route[] = [
  route({ ...contract, method: 'get', summary: 'Whether example data is here' }, () => getDemo()),
  route(
    {
      ...contract,
      method: 'post',
      summary: 'Load example data',
      description:
        'Real conversations, people without an address and 60 days of history. The worker does it; ask again.',
      status: 202,
      also: { 409: 'There is example data already (`demo_state`).' },
    },
    (call) => requestDemo(call.actor, 'load'),
  ),
  route(
    {
      ...contract,
      method: 'delete',
      summary: 'Remove the example data',
      description: 'What somebody real has worked on stays. The worker does it; ask again.',
      status: 202,
      also: { 409: 'There is none (`demo_state`).' },
    },
    (call) => requestDemo(call.actor, 'remove'),
  ),
];
