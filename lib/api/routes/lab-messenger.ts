import { z } from 'zod';
import { letADayPass, readLabChat, sendLabChat, troubleLabPhone } from '../../commands/use-lab-phone';
import { type GraphAnswer, graphProfile, graphSend, graphUpload } from '../../lab/graph';
import { pageOfCaller, type VendorPage } from '../../lab/messenger-vendor';
import { getLabFile, getLabPhones, getLabTalk } from '../../queries/lab-messenger';
import {
  editLabPhoneInput,
  labPhoneParams,
  labPhonesDto,
  labTalkDto,
  sendLabChatInput,
} from '../../schemas/lab-messenger';
import { labRoute, vendorRoute } from '../lab-route';
import { parseJson } from '../read-body';
import { Answer, type Call, type Route } from '../route';

const params = labPhoneParams;
const version = z.string().regex(/^v\d{1,3}\.\d$/);
const graphQuery = z.looseObject({ appsecret_proof: z.string().optional() });

type Caller = Pick<Call, 'header'> & { query: z.infer<typeof graphQuery> };
/** Whoever has the token may call, as with Facebook; where the house runs is nothing to it. */
async function asPage(call: Caller, work: (page: VendorPage) => Promise<GraphAnswer>): Promise<Answer> {
  const page = await pageOfCaller(call.header('authorization'), call.query.appsecret_proof);
  const { status, body } = await work(page);
  return new Answer(status, body);
}

export const labMessengerRoutes: Route[] = [
  labRoute(
    {
      method: 'get',
      path: '/lab/messenger',
      summary: 'Telephones of the lab’s customers',
      answer: labPhonesDto,
    },
    getLabPhones,
  ),
  labRoute(
    {
      method: 'get',
      path: '/lab/messenger/people/{psid}',
      summary: 'What stands on a telephone',
      params,
      answer: labTalkDto,
    },
    (call) => getLabTalk(call.params.psid),
  ),
  labRoute(
    {
      method: 'patch',
      path: '/lab/messenger/people/{psid}',
      summary: 'Choose what the next answer to a telephone meets',
      params,
      body: editLabPhoneInput,
      status: 204,
    },
    (call) => troubleLabPhone(call.params.psid, call.body.trouble),
  ),
  labRoute(
    {
      method: 'post',
      path: '/lab/messenger/people/{psid}/messages',
      summary: 'Write to the page on a telephone',
      params,
      body: sendLabChatInput,
      answer: z.object({ mid: z.string() }),
      status: 201,
    },
    (call) => sendLabChat(call.params.psid, call.body),
  ),
  labRoute(
    {
      method: 'post',
      path: '/lab/messenger/people/{psid}/read',
      summary: 'Look at what came on a telephone',
      params,
      status: 204,
    },
    (call) => readLabChat(call.params.psid),
  ),
  labRoute(
    {
      method: 'post',
      path: '/lab/messenger/people/{psid}/day',
      summary: 'Let a day pass in one conversation',
      params,
      status: 204,
    },
    (call) => letADayPass(call.params.psid),
  ),
  vendorRoute(
    {
      method: 'get',
      path: '/lab/messenger/files/{mid}',
      summary: 'A picture that was sent on a telephone',
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
  vendorRoute(
    {
      method: 'get',
      path: '/lab/messenger/graph/{version}/me',
      summary: 'Graph: which page is this?',
      params: z.strictObject({ version }),
      query: graphQuery,
    },
    (call) => asPage(call, async ({ page_id, name }) => ({ status: 200, body: { id: page_id, name } })),
  ),
  vendorRoute(
    {
      method: 'post',
      path: '/lab/messenger/graph/{version}/me/messages',
      summary: 'Graph: send a message',
      params: z.strictObject({ version }),
      query: graphQuery,
      bodyType: 'application/json',
    },
    (call) => asPage(call, (page) => graphSend(page, parseJson(call.raw))),
  ),
  vendorRoute(
    {
      method: 'post',
      path: '/lab/messenger/graph/{version}/me/message_attachments',
      summary: 'Graph: upload a file',
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
  vendorRoute(
    {
      method: 'get',
      path: '/lab/messenger/graph/{version}/{psid}',
      summary: 'Graph: who is this?',
      params: z.strictObject({ version, psid: params.shape.psid }),
      query: graphQuery,
    },
    (call) => asPage(call, () => graphProfile(call.params.psid)),
  ),
];
