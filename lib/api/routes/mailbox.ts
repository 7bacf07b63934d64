import { z } from 'zod';
import { answerCaughtMail } from '../../commands/answer-caught-mail';
import { getMailboxMail } from '../../queries/get-mailbox-mail';
import { listMailbox } from '../../queries/list-mailbox';
import {
  answerCaughtMailInput,
  caughtMailDetailDto,
  caughtMailDto,
  listMailboxQuery,
  mailboxParams,
} from '../../schemas/mailbox';
import { type Route, route } from '../route';

const about =
  'Only while no SMTP_URL is set. Open to anyone at the machine itself (HOST and APP_URL are loopback), else to admins; otherwise 404.';

export const mailboxRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/mailbox',
      tag: 'Mailbox',
      summary: 'Newest 100 mails that the local catch-all holds',
      description: about,
      query: listMailboxQuery,
      answer: z.object({ results: z.array(caughtMailDto) }),
    },
    (call) => listMailbox(call.identity?.actor.role ?? null, call.query),
  ),
  route(
    {
      method: 'get',
      path: '/mailbox/{id}',
      tag: 'Mailbox',
      summary: 'One caught mail',
      description: about,
      params: mailboxParams,
      answer: caughtMailDetailDto,
    },
    (call) => getMailboxMail(call.identity?.actor.role ?? null, call.params.id),
  ),
  route(
    {
      method: 'post',
      path: '/mailbox/{id}/answer',
      tag: 'Mailbox',
      summary: 'Answer a caught mail as its reader, by SMTP',
      description: about,
      params: mailboxParams,
      body: answerCaughtMailInput,
      answer: z.object({ to: z.string() }),
      status: 202,
      also: { 409: '`not_answerable`' },
    },
    (call) => answerCaughtMail(call.identity?.actor.role ?? null, call.params.id, call.body.text),
  ),
];
