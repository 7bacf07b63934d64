import { z } from 'zod';
import { sendProbe } from '../../commands/send-probe';
import { sendTestMail } from '../../commands/send-test-mail';
import { getSystem } from '../../queries/get-system';
import { getTestMail } from '../../queries/get-test-mail';
import { id } from '../../schemas/id';
import { probeDto, systemDto, testMailDto } from '../../schemas/system';
import { type Route, route } from '../route';

const tag = 'System';

export const systemRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/system',
      tag,
      summary: 'How the installation is',
      description:
        'The same checks as `npm run doctor`. Takes a moment: mail server and Redis are really asked.',
      answer: systemDto,
    },
    () => getSystem(),
  ),
  route(
    {
      method: 'post',
      path: '/system/probe',
      tag,
      summary: 'Send a sign of life to my screens',
      description: 'Arrives as `probe {id}` over the socket, by the way that every recorded fact takes.',
      answer: probeDto,
      status: 201,
    },
    (call) => sendProbe(call.actor, call.attempt),
  ),
  route(
    {
      method: 'post',
      path: '/system/test-mail',
      tag,
      summary: 'Send me a test mail',
      answer: testMailDto,
      status: 201,
    },
    (call) => sendTestMail(call.actor, call.attempt),
  ),
  route(
    {
      method: 'get',
      path: '/system/test-mail/{id}',
      tag,
      summary: 'What became of a test mail',
      params: z.strictObject({ id }),
      answer: testMailDto,
    },
    ({ params }) => getTestMail(params.id),
  ),
];
