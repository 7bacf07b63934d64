import { z } from 'zod';
import { sendLabMail } from '../../commands/send-lab-mail';
import { getLabMail, listLabLetters } from '../../queries/lab-mail';
import { labLetterDto, labMailDto, listLabLettersQuery, sendLabMailInput } from '../../schemas/lab-mail';
import { type Route, route } from '../route';

const about = 'In the demo alone, where its mailbox page exists; otherwise 404.';

export const labMailRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/lab/mail',
      tag: 'Lab',
      summary: 'Customers whose mail can be played, and where they write to',
      description: about,
      answer: labMailDto,
    },
    (call) => getLabMail(call.identity?.actor.role ?? null),
  ),
  route(
    {
      method: 'get',
      path: '/lab/mail/letters',
      tag: 'Lab',
      summary: 'The newest mails of one of them, both ways',
      description: about,
      query: listLabLettersQuery,
      answer: z.object({ results: z.array(labLetterDto) }),
    },
    (call) => listLabLetters(call.identity?.actor.role ?? null, call.query),
  ),
  route(
    {
      method: 'post',
      path: '/lab/mail/letters',
      tag: 'Lab',
      summary: 'Write to the house as one of them, by SMTP',
      description: about,
      body: sendLabMailInput,
      answer: z.object({ to: z.string() }),
      status: 202,
      also: { 409: '`mailbox_off`' },
    },
    (call) => sendLabMail(call.identity?.actor.role ?? null, call.body),
  ),
];
