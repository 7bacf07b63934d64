import { z } from 'zod';
import { dialLine, openLine, readTelephone, useTelephone } from '../../lab/telephone/panel';
import {
  answerRest,
  createCall,
  listRecordings,
  type RestWork,
  readAccount,
  readCall,
  readRecording,
  updateCall,
} from '../../lab/telephone/rest';
import { labActInput, labDialInput, labTelephoneDto } from '../../schemas/lab-telephone';
import { nothing } from '../../schemas/nothing';
import { labRoute, vendorRoute } from '../lab-route';
import type { Call, Route } from '../route';

const ACCOUNT = '/lab/telephone/2010-04-01/Accounts/{account}';
const account = z.string().max(60);
const sid = z.string().max(60);
const form = { bodyType: 'application/x-www-form-urlencoded', bodyLimit: 64 * 1024 } as const;

/** An id as it ends a path: the vendor's have the form of the answer behind them. */
const bare = (name: string): string => name.replace(/\.(json|wav)$/, '');
const fieldsOf = ({ raw }: Pick<Call, 'raw'>) => new URLSearchParams(new TextDecoder().decode(raw));

/** Whoever has the token of the account may call, as with the vendor. */
async function asAccount(
  call: Pick<Call, 'header'> & { params: { account: string } },
  work: RestWork,
): Promise<Response> {
  const { status, body } = await answerRest(bare(call.params.account), call.header('authorization'), work);
  return body instanceof Uint8Array
    ? new Response(new Uint8Array(body), { status, headers: { 'content-type': 'audio/wav' } })
    : Response.json(body, { status });
}

export const labTelephoneRoutes: Route[] = [
  labRoute(
    { method: 'get', path: '/lab/telephone', summary: 'The simulated telephones', answer: labTelephoneDto },
    readTelephone,
  ),
  labRoute(
    {
      method: 'post',
      path: '/lab/telephone/lines',
      summary: 'A line of the simulated network, and telephones for staff who have none',
      body: nothing,
      bodyOptional: true,
      answer: z.object({ id: z.string(), number: z.string() }),
      status: 201,
    },
    async () => {
      const { id, number } = await openLine();
      return { id, number };
    },
  ),
  labRoute(
    {
      method: 'post',
      path: '/lab/telephone/calls',
      summary: 'A simulated caller dials',
      body: labDialInput,
      answer: z.object({ sid: z.string() }),
      status: 201,
    },
    (call) => dialLine(call.body.from, call.body.to),
  ),
  labRoute(
    {
      method: 'post',
      path: '/lab/telephone/calls/{sid}',
      summary: 'A simulated caller presses digits, speaks after the tone, answers, hangs up',
      params: z.strictObject({ sid }),
      body: labActInput,
      status: 204,
    },
    (call) => useTelephone(call.params.sid, call.body),
  ),
  vendorRoute(
    { method: 'get', path: ACCOUNT, summary: 'Telephone: an account', params: z.strictObject({ account }) },
    (call) => asAccount(call, readAccount),
  ),
  vendorRoute(
    {
      method: 'post',
      path: `${ACCOUNT}/Calls.json`,
      summary: 'Telephone: dial',
      params: z.strictObject({ account }),
      ...form,
    },
    (call) => asAccount(call, (known) => createCall(known, fieldsOf(call))),
  ),
  vendorRoute(
    {
      method: 'post',
      path: `${ACCOUNT}/Calls/{sid}`,
      summary: 'Telephone: change a running call',
      params: z.strictObject({ account, sid }),
      ...form,
    },
    (call) => asAccount(call, (known) => updateCall(known, bare(call.params.sid), fieldsOf(call))),
  ),
  vendorRoute(
    {
      method: 'get',
      path: `${ACCOUNT}/Calls/{sid}`,
      summary: 'Telephone: how a call stands',
      params: z.strictObject({ account, sid }),
    },
    (call) => asAccount(call, (known) => readCall(known, bare(call.params.sid))),
  ),
  vendorRoute(
    {
      method: 'get',
      path: `${ACCOUNT}/Calls/{sid}/Recordings.json`,
      summary: 'Telephone: what was recorded of a call',
      params: z.strictObject({ account, sid }),
    },
    (call) => asAccount(call, (known) => listRecordings(known, call.params.sid)),
  ),
  vendorRoute(
    {
      method: 'get',
      path: `${ACCOUNT}/Recordings/{sid}`,
      summary: 'Telephone: a recording',
      params: z.strictObject({ account, sid }),
    },
    (call) => asAccount(call, (known) => readRecording(known, bare(call.params.sid))),
  ),
];
