import { z } from 'zod';
import { letADayPass, readLabChat, sendLabChat, troubleLabPhone } from '../../commands/use-lab-phone';
import { type GraphAnswer, graphProfile, graphSend, graphUpload } from '../../lab/graph';
import { pageOfCaller, type VendorPage } from '../../lab/messenger-vendor';
import { accessLab } from '../../queries/access-lab';
import { getLabFile, getLabPhones, getLabTalk } from '../../queries/lab-messenger';
import {
  editLabPhoneInput,
  labPhoneParams,
  labPhonesDto,
  labTalkDto,
  sendLabChatInput,
} from '../../schemas/lab-messenger';
import { parseJson } from '../read-body';
import { Answer, type Call, type Route, route } from '../route';

const tag = 'Lab';
const about = 'In the demo alone, where its mailbox page exists; otherwise 404.';
const asGraph = `${about} Speaks as the Graph API does, to our own adapter.`;
const params = labPhoneParams;
const version = z.string().regex(/^v\d{1,3}\.\d$/);
const graphQuery = z.looseObject({ appsecret_proof: z.string().optional() });

const roleOf = ({ identity }: Pick<Call, 'identity'>) => identity?.actor.role ?? null;

type Caller = Pick<Call, 'header'> & { query: z.infer<typeof graphQuery> };
/** Whoever has the token may call, as with Facebook; where the house runs is nothing to it. */
async function asPage(call: Caller, work: (page: VendorPage) => Promise<GraphAnswer>): Promise<Answer> {
  accessLab('admin');
  const page = await pageOfCaller(call.header('authorization'), call.query.appsecret_proof);
  const { status, body } = await work(page);
  return new Answer(status, body);
}

export const labMessengerRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/lab/messenger',
      tag,
      summary: 'Telephones of the lab’s customers',
      description: about,
      answer: labPhonesDto,
    },
    (call) => getLabPhones(roleOf(call)),
  ),
  route(
    {
      method: 'get',
      path: '/lab/messenger/people/{psid}',
      tag,
      summary: 'What stands on a telephone',
      description: about,
      params,
      answer: labTalkDto,
    },
    (call) => getLabTalk(roleOf(call), call.params.psid),
  ),
  route(
    {
      method: 'patch',
      path: '/lab/messenger/people/{psid}',
      tag,
      summary: 'Choose what the next answer to a telephone meets',
      description: about,
      params,
      body: editLabPhoneInput,
      status: 204,
    },
    (call) => troubleLabPhone(roleOf(call), call.params.psid, call.body.trouble),
  ),
  route(
    {
      method: 'post',
      path: '/lab/messenger/people/{psid}/messages',
      tag,
      summary: 'Write to the page on a telephone',
      description: about,
      params,
      body: sendLabChatInput,
      answer: z.object({ mid: z.string() }),
      status: 201,
    },
    (call) => sendLabChat(roleOf(call), call.params.psid, call.body),
  ),
  route(
    {
      method: 'post',
      path: '/lab/messenger/people/{psid}/read',
      tag,
      summary: 'Look at what came on a telephone',
      description: about,
      params,
      status: 204,
    },
    (call) => readLabChat(roleOf(call), call.params.psid),
  ),
  route(
    {
      method: 'post',
      path: '/lab/messenger/people/{psid}/day',
      tag,
      summary: 'Let a day pass in one conversation',
      description: about,
      params,
      status: 204,
    },
    (call) => letADayPass(roleOf(call), call.params.psid),
  ),
  route(
    {
      method: 'get',
      path: '/lab/messenger/files/{mid}',
      tag,
      summary: 'A picture that was sent on a telephone',
      description: about,
      params: z.strictObject({ mid: z.string().max(100) }),
    },
    async ({ params: { mid } }) => {
      const { file, file_type } = await getLabFile(mid);
      return new Response(new Uint8Array(file), {
        headers: {
          'content-type': /^image\/(png|jpeg|gif|webp)$/.test(file_type)
            ? file_type
            : 'application/octet-stream',
          'content-security-policy': "default-src 'none'; sandbox",
        },
      });
    },
  ),
  route(
    {
      method: 'get',
      path: '/lab/messenger/graph/{version}/me',
      tag,
      summary: 'Graph: which page is this?',
      description: asGraph,
      params: z.strictObject({ version }),
      query: graphQuery,
    },
    (call) => asPage(call, async ({ page_id, name }) => ({ status: 200, body: { id: page_id, name } })),
  ),
  route(
    {
      method: 'post',
      path: '/lab/messenger/graph/{version}/me/messages',
      tag,
      summary: 'Graph: send a message',
      description: asGraph,
      params: z.strictObject({ version }),
      query: graphQuery,
      bodyType: 'application/json',
    },
    (call) => asPage(call, (page) => graphSend(page, parseJson(call.raw))),
  ),
  route(
    {
      method: 'post',
      path: '/lab/messenger/graph/{version}/me/message_attachments',
      tag,
      summary: 'Graph: upload a file',
      description: asGraph,
      params: z.strictObject({ version }),
      query: graphQuery,
      bodyType: 'multipart/form-data',
      isUpload: true,
      bodyLimit: 26 * 1024 * 1024,
    },
    (call) =>
      asPage(call, async () => {
        const pieces: Uint8Array[] = [];
        for await (const piece of call.upload.pieces) pieces.push(piece);
        const type = call.header('content-type') ?? '';
        const body = new Response(Buffer.concat(pieces), { headers: { 'content-type': type } });
        return graphUpload(await body.formData());
      }),
  ),
  route(
    {
      method: 'get',
      path: '/lab/messenger/graph/{version}/{psid}',
      tag,
      summary: 'Graph: who is this?',
      description: asGraph,
      params: z.strictObject({ version, psid: params.shape.psid }),
      query: graphQuery,
    },
    (call) => asPage(call, () => graphProfile(call.params.psid)),
  ),
];
