import { z } from 'zod';
import { dialLine, openLine, readTelephone, useTelephone } from '../../lab/telephone/panel';
import {
  answerRest,
  createCall,
  listRecordings,
  type RestAnswer,
  readCall,
  readRecording,
  updateCall,
} from '../../lab/telephone/rest';
import { accessLab } from '../../queries/access-lab';
import { labActInput, labDialInput, labTelephoneDto } from '../../schemas/lab-telephone';
import { nothing } from '../../schemas/nothing';
import { type Call, type Route, route } from '../route';

const tag = 'Lab';
const about = 'Only in the demo, where the mailbox is; otherwise 404.';
const ACCOUNT = '/lab/telephone/2010-04-01/Accounts/{account}';
const account = z.string().max(60);
const sid = z.string().max(60);
const restAbout = `${about} The vendor’s REST API, as far as it is used; HTTP Basic.`;

const enter = (call: Call<unknown, unknown, unknown>): void => accessLab(call.identity?.actor.role ?? null);
const bare = (name: string): string => name.replace(/\.(json|wav)$/, '');
const formOf = (raw: Uint8Array): URLSearchParams => new URLSearchParams(new TextDecoder().decode(raw));

function respond({ status, body }: RestAnswer): Response {
  if (body instanceof Uint8Array)
    return new Response(new Uint8Array(body), { status, headers: { 'content-type': 'audio/wav' } });
  return Response.json(body, { status });
}

const form = { bodyType: 'application/x-www-form-urlencoded', bodyLimit: 64 * 1024 } as const;

export const labTelephoneRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/lab/telephone',
      tag,
      summary: 'The simulated telephones',
      description: about,
      answer: labTelephoneDto,
    },
    (call) => {
      enter(call);
      return readTelephone();
    },
  ),
  route(
    {
      method: 'post',
      path: '/lab/telephone/lines',
      tag,
      summary: 'A line of the simulated network, and telephones for staff who have none',
      description: about,
      body: nothing,
      bodyOptional: true,
      answer: z.object({ id: z.string(), number: z.string() }),
      status: 201,
    },
    async (call) => {
      enter(call);
      const { id, number } = await openLine();
      return { id, number };
    },
  ),
  route(
    {
      method: 'post',
      path: '/lab/telephone/calls',
      tag,
      summary: 'A simulated caller dials',
      description: about,
      body: labDialInput,
      answer: z.object({ sid: z.string() }),
      status: 201,
    },
    (call) => {
      enter(call);
      return dialLine(call.body.from, call.body.to);
    },
  ),
  route(
    {
      method: 'post',
      path: '/lab/telephone/calls/{sid}',
      tag,
      summary: 'A simulated caller presses digits, speaks after the tone, answers, hangs up',
      description: about,
      params: z.strictObject({ sid }),
      body: labActInput,
      status: 204,
    },
    (call) => {
      enter(call);
      return useTelephone(call.params.sid, call.body);
    },
  ),
  route(
    {
      method: 'get',
      path: `/lab/telephone/2010-04-01/Accounts/{account}`,
      tag,
      summary: 'An account',
      description: restAbout,
      params: z.strictObject({ account }),
    },
    async (call) => {
      enter(call);
      const known = bare(call.params.account);
      return respond(
        await answerRest(known, call.header('authorization'), async () => ({
          status: 200,
          body: { sid: known, status: 'active' },
        })),
      );
    },
  ),
  route(
    {
      method: 'post',
      path: `${ACCOUNT}/Calls.json`,
      tag,
      summary: 'Dial',
      description: restAbout,
      params: z.strictObject({ account }),
      ...form,
    },
    async (call) => {
      enter(call);
      const fields = formOf(call.raw);
      return respond(
        await answerRest(call.params.account, call.header('authorization'), (known) =>
          createCall(known, fields),
        ),
      );
    },
  ),
  route(
    {
      method: 'post',
      path: `${ACCOUNT}/Calls/{sid}`,
      tag,
      summary: 'Change a running call',
      description: restAbout,
      params: z.strictObject({ account, sid }),
      ...form,
    },
    async (call) => {
      enter(call);
      const fields = formOf(call.raw);
      return respond(
        await answerRest(call.params.account, call.header('authorization'), (known) =>
          updateCall(known, bare(call.params.sid), fields),
        ),
      );
    },
  ),
  route(
    {
      method: 'get',
      path: `${ACCOUNT}/Calls/{sid}`,
      tag,
      summary: 'How a call stands',
      description: restAbout,
      params: z.strictObject({ account, sid }),
    },
    async (call) => {
      enter(call);
      return respond(
        await answerRest(call.params.account, call.header('authorization'), (known) =>
          readCall(known, bare(call.params.sid)),
        ),
      );
    },
  ),
  route(
    {
      method: 'get',
      path: `${ACCOUNT}/Calls/{sid}/Recordings.json`,
      tag,
      summary: 'What was recorded of a call',
      description: restAbout,
      params: z.strictObject({ account, sid }),
    },
    async (call) => {
      enter(call);
      return respond(
        await answerRest(call.params.account, call.header('authorization'), (known) =>
          listRecordings(known, call.params.sid),
        ),
      );
    },
  ),
  route(
    {
      method: 'get',
      path: `${ACCOUNT}/Recordings/{sid}`,
      tag,
      summary: 'A recording',
      description: restAbout,
      params: z.strictObject({ account, sid }),
    },
    async (call) => {
      enter(call);
      return respond(
        await answerRest(call.params.account, call.header('authorization'), (known) =>
          readRecording(known, bare(call.params.sid)),
        ),
      );
    },
  ),
];
