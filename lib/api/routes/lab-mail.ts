import { z } from 'zod';
import { sendLabMail } from '../../commands/send-lab-mail';
import { getLabMail, listLabLetters } from '../../queries/lab-mail';
import { labLetterDto, labMailDto, listLabLettersQuery, sendLabMailInput } from '../../schemas/lab-mail';
import { labRoute } from '../lab-route';
import type { Route } from '../route';

export const labMailRoutes: Route[] = [
  labRoute(
    {
      method: 'get',
      path: '/lab/mail',
      summary: 'Customers whose mail can be played, and where they write to',
      answer: labMailDto,
    },
    getLabMail,
  ),
  labRoute(
    {
      method: 'get',
      path: '/lab/mail/letters',
      summary: 'The newest mails of one of them, both ways',
      query: listLabLettersQuery,
      answer: z.object({ results: z.array(labLetterDto) }),
    },
    (call) => listLabLetters(call.query),
  ),
  labRoute(
    {
      method: 'post',
      path: '/lab/mail/letters',
      summary: 'Write to the house as one of them, by SMTP',
      body: sendLabMailInput,
      answer: z.object({ to: z.string() }),
      status: 202,
      also: { 409: '`mailbox_off`' },
    },
    (call) => sendLabMail(call.body),
  ),
];
