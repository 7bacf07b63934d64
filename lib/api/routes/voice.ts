import { z } from 'zod';
import { callBack } from '../../commands/call-back';
import { createPhoneLine } from '../../commands/create-phone-line';
import { editPhoneLine, testPhoneLine } from '../../commands/edit-phone-line';
import {
  announceRecording,
  bridgeCall,
  hearDialled,
  hearLeg,
  hearRecorded,
  hearRecordingStatus,
  hearStatus,
  hearTalk,
  hearTranscription,
} from '../../commands/hear-call';
import type { VoiceWord } from '../../commands/steps/voice-door';
import { chooseLanguage, keepHolding, keepWaiting, takeCall } from '../../commands/take-call';
import { wishCall } from '../../commands/wish-call';
import { listCalls } from '../../queries/list-calls';
import { listPhoneLines } from '../../queries/list-phone-lines';
import { callWish, lineCallDto } from '../../schemas/call';
import { id } from '../../schemas/id';
import { nothing } from '../../schemas/nothing';
import {
  createPhoneLineInput,
  editPhoneLineInput,
  lineTestDto,
  phoneLineDto,
} from '../../schemas/phone-line';
import { ticketDto, ticketRef } from '../../schemas/ticket';
import { type Route, route } from '../route';

const tag = 'Voice';
const params = z.strictObject({ id });
const ticketParams = z.strictObject({ ref: ticketRef });

/** A door for the provider: signed, a form, answered with what the caller hears. */
function door(
  name: string,
  summary: string,
  hear: (line: string, word: VoiceWord) => Promise<string>,
): Route {
  return route(
    { ...doorContract, path: `/channels/voice/{id}/${name}`, summary, params },
    async ({ params: { id }, header, raw }) =>
      script(await hear(id, { signature: header('x-twilio-signature'), raw })),
  );
}

/** One that names a call or a leg. */
function doorOf(
  name: string,
  summary: string,
  hear: (line: string, of: string, word: VoiceWord) => Promise<string>,
): Route {
  return route(
    {
      ...doorContract,
      path: `/channels/voice/{id}/${name}/{of}`,
      summary,
      params: z.strictObject({ id, of: id }),
    },
    async ({ params: { id, of }, header, raw }) =>
      script(await hear(id, of, { signature: header('x-twilio-signature'), raw })),
  );
}

const doorContract = {
  method: 'post',
  tag,
  description:
    'For the provider, in the words of Twilio’s webhooks. `X-Twilio-Signature` is the Base64 of the HMAC-SHA-1, with the ' +
    'account’s token, of this address and all fields of the form, sorted; 401 when it does not hold. The same word ' +
    'twice changes nothing. The answer is TwiML.',
  bodyType: 'application/x-www-form-urlencoded',
  bodyLimit: 64 * 1024,
} as const;

const script = (xml: string): Response =>
  new Response(xml, { headers: { 'content-type': 'text/xml; charset=utf-8' } });

export const voiceRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/channels/voice',
      tag,
      summary: 'List telephone lines',
      answer: z.object({ results: z.array(phoneLineDto) }),
    },
    ({ actor }) => listPhoneLines(actor),
  ),
  route(
    {
      method: 'post',
      path: '/channels/voice',
      tag,
      summary: 'Add a telephone line',
      body: createPhoneLineInput,
      answer: phoneLineDto,
      status: 201,
    },
    ({ actor, body, attempt }) => createPhoneLine(actor, body, attempt),
  ),
  route(
    {
      method: 'get',
      path: '/channels/voice/calls',
      tag,
      summary: 'The last 50 calls',
      answer: z.object({ results: z.array(lineCallDto) }),
    },
    ({ actor }) => listCalls(actor),
  ),
  route(
    {
      method: 'patch',
      path: '/channels/voice/{id}',
      tag,
      summary: 'Edit a telephone line, or switch it off',
      params,
      body: editPhoneLineInput,
      answer: phoneLineDto,
    },
    ({ actor, params: { id }, body }) => editPhoneLine(actor, id, body),
  ),
  route(
    {
      method: 'post',
      path: '/channels/voice/{id}/test',
      tag,
      summary: 'Ask the provider whether the account lets us in',
      params,
      body: nothing,
      bodyOptional: true,
      answer: lineTestDto,
    },
    ({ actor, params: { id } }) => testPhoneLine(actor, id),
  ),
  door('incoming', 'Somebody rings at the line', takeCall),
  door('menu', 'He chose a language', chooseLanguage),
  doorOf('wait', 'What somebody hears who waits', keepWaiting),
  doorOf('held', 'What somebody hears who is on hold', keepHolding),
  door('status', 'How a call stands', hearStatus),
  doorOf('leg', 'How the other end of a call stands', hearLeg),
  doorOf('dialled', 'A connection is over', hearDialled),
  doorOf('bridge', 'An agent whom we rang up is there', bridgeCall),
  doorOf('announce', 'A customer whom we rang up is told that he is recorded', announceRecording),
  doorOf('talk', 'What was spoken is recorded', hearTalk),
  door('recorded', 'A message was left', hearRecorded),
  door('recording', 'How a recording stands', hearRecordingStatus),
  door('transcription', 'What was said, in writing', hearTranscription),
  route(
    {
      method: 'post',
      path: '/tickets/{ref}/call',
      tag,
      summary: 'Call the customer: my telephone rings first',
      params: ticketParams,
      body: nothing,
      bodyOptional: true,
      answer: ticketDto,
      also: { 409: '`no_telephone`, `no_number`, `no_line`, `in_call`' },
    },
    ({ actor, params: { ref }, attempt }) => callBack(actor, ref, attempt),
  ),
  route(
    {
      method: 'post',
      path: '/tickets/{ref}/call/{wish}',
      tag,
      summary: 'Put a waiting caller through to me, let him wait, speak on, hang up',
      description: 'Told to the provider at once; the call changes when he says so (`call.changed`).',
      params: z.strictObject({ ref: ticketRef, wish: callWish }),
      body: nothing,
      bodyOptional: true,
      answer: ticketDto,
      also: { 409: '`no_call`, `no_telephone`, `in_call`, `take_first`' },
    },
    ({ actor, params: { ref, wish }, attempt }) => wishCall(actor, ref, wish, attempt),
  ),
];
