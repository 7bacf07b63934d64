import { z } from 'zod';
import { MAX_MAIL } from '../../channels/email/mail-limits';
import type { SignedHeaders } from '../../channels/email/webhook-signature';
import { createMailbox } from '../../commands/create-mailbox';
import { editMailbox, renewMailboxKey } from '../../commands/edit-mailbox';
import { rereadMail } from '../../commands/reread-mail';
import { takeSignedMail } from '../../commands/take-signed-mail';
import { testReceiving, testSending } from '../../commands/test-mail-server';
import { admitSignedMail } from '../../queries/admit-signed-mail';
import { getMailIn, getOriginalMail, getRawMail } from '../../queries/get-mail-in';
import { getMailboxKey } from '../../queries/get-mailbox-key';
import { listMailboxes } from '../../queries/list-mailboxes';
import { countMailsIn, listMailsIn } from '../../queries/list-mails-in';
import {
  createMailboxInput,
  editMailboxInput,
  listMailsInQuery,
  mailboxDto,
  mailboxKeyDto,
  mailCountsDto,
  mailInDetailDto,
  mailInDto,
  originalMailDto,
  takenMailDto,
} from '../../schemas/email-channel';
import { id } from '../../schemas/id';
import { imapInput, serverTestDto, smtpInput } from '../../schemas/mail-servers';
import { type Call, type Route, route } from '../route';

const tag = 'E-mail';
const params = z.strictObject({ id });
const signedHeaders = (header: Call['header']): SignedHeaders => ({
  timestamp: header('x-switchboard-timestamp'),
  signature: header('x-switchboard-signature'),
});

export const emailChannelRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/channels/email',
      tag,
      summary: 'List mailboxes',
      answer: z.object({ results: z.array(mailboxDto) }),
    },
    ({ actor }) => listMailboxes(actor),
  ),
  route(
    {
      method: 'post',
      path: '/channels/email',
      tag,
      summary: 'Add a mailbox',
      description: 'From the first one on, mails to customers carry an address to answer to.',
      body: createMailboxInput,
      answer: mailboxDto,
      status: 201,
    },
    ({ actor, body, attempt }) => createMailbox(actor, body, attempt),
  ),
  route(
    {
      method: 'patch',
      path: '/channels/email/{id}',
      tag,
      summary: 'Edit a mailbox, or switch it off',
      params,
      body: editMailboxInput,
      answer: mailboxDto,
    },
    ({ actor, params: { id }, body }) => editMailbox(actor, id, body),
  ),
  route(
    {
      method: 'post',
      path: '/channels/email/{id}/test-receiving',
      tag,
      summary: 'Try an IMAP server: connect, sign in, open the folder',
      description:
        'Nothing is stored or fetched. What is wrong stands in `trouble`; a password that is left out is the stored one.',
      params,
      body: imapInput,
      answer: serverTestDto,
    },
    ({ actor, params: { id }, body }) => testReceiving(actor, id, body),
  ),
  route(
    {
      method: 'post',
      path: '/channels/email/{id}/test-sending',
      tag,
      summary: 'Try an SMTP server: connect and sign in',
      description: 'Nothing is stored or sent. What is wrong stands in `trouble`.',
      params,
      body: smtpInput,
      answer: serverTestDto,
    },
    ({ actor, params: { id }, body }) => testSending(actor, id, body),
  ),
  route(
    {
      method: 'get',
      path: '/channels/email/{id}/key',
      tag,
      summary: 'Where a provider hands in mail, and the key with which it signs',
      params,
      answer: mailboxKeyDto,
    },
    ({ actor, params: { id } }) => getMailboxKey(actor, id),
  ),
  route(
    {
      method: 'post',
      path: '/channels/email/{id}/key',
      tag,
      summary: 'Another key; the old one opens nothing any more',
      params,
      answer: mailboxKeyDto,
    },
    ({ actor, params: { id } }) => renewMailboxKey(actor, id),
  ),
  route(
    {
      method: 'post',
      path: '/channels/email/{id}',
      tag,
      summary: 'Hand in a mail that came to a mailbox',
      description:
        'For providers. The body is the raw mail. `X-Switchboard-Timestamp` is now in seconds, `X-Switchboard-Signature` is ' +
        '`sha256=` and the HMAC-SHA-256 of `<timestamp>.<body>` in hexadecimal, with the mailbox’s key; it holds for five ' +
        'minutes. Answered as soon as the mail is kept; the same request again is the same mail.',
      params,
      bodyType: 'message/rfc822',
      bodyLimit: MAX_MAIL,
      admit: ({ id }, header) => admitSignedMail(String(id), signedHeaders(header)),
      answer: takenMailDto,
      status: 202,
    },
    ({ params: { id }, header, raw }) => takeSignedMail(id, signedHeaders(header), raw),
  ),
  route(
    {
      method: 'get',
      path: '/inbound-mails',
      tag,
      summary: 'Mails that came in, the newest first, with the state in which each ended',
      query: listMailsInQuery,
      answer: z.object({ results: z.array(mailInDto), next: z.string().nullable() }),
    },
    ({ actor, query }) => listMailsIn(actor, query),
  ),
  route(
    {
      method: 'get',
      path: '/inbound-mails/counts',
      tag,
      summary: 'How many mails of the last 30 days ended where',
      answer: mailCountsDto,
    },
    ({ actor }) => countMailsIn(actor),
  ),
  route(
    {
      method: 'get',
      path: '/inbound-mails/{id}',
      tag,
      summary: 'One mail that came in',
      params,
      answer: mailInDetailDto,
    },
    ({ actor, params: { id } }) => getMailIn(actor, id),
  ),
  route(
    {
      method: 'get',
      path: '/inbound-mails/{id}/raw',
      tag,
      summary: 'A mail as it came, byte for byte',
      params,
    },
    async ({ actor, params: { id } }) =>
      new Response(new Uint8Array(await getRawMail(actor, id)), {
        headers: {
          'content-type': 'application/octet-stream',
          'content-disposition': `attachment; filename="${id}.eml"`,
          'content-security-policy': "default-src 'none'; sandbox",
        },
      }),
  ),
  route(
    {
      method: 'post',
      path: '/inbound-mails/{id}/recover',
      tag,
      summary: 'Let in a mail that was held back, as a customer’s',
      params,
      answer: takenMailDto,
      status: 202,
    },
    ({ actor, params: { id } }) => rereadMail(actor, id, true),
  ),
  route(
    {
      method: 'post',
      path: '/inbound-mails/{id}/reprocess',
      tag,
      summary: 'Read a mail once more that failed or was held back',
      params,
      answer: takenMailDto,
      status: 202,
    },
    ({ actor, params: { id } }) => rereadMail(actor, id, false),
  ),
  route(
    {
      method: 'get',
      path: '/messages/{id}/original',
      tag,
      summary: 'The whole mail that a message came by, with what was folded away',
      params,
      answer: originalMailDto,
    },
    ({ actor, params: { id } }) => getOriginalMail(actor, id),
  ),
];
