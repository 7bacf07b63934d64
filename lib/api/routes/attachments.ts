import { z } from 'zod';
import { prepareVisitor } from '../../commands/prepare-visitor';
import { uploadFile } from '../../commands/upload-file';
import { sql } from '../../db/transaction';
import { accessAttachment } from '../../queries/access-attachment';
import { MAX_FILE } from '../../rules/file-limits';
import { attachmentDto } from '../../schemas/attachment';
import { id } from '../../schemas/id';
import { fileAnswer } from '../file-answer';
import { type Route, route } from '../route';

const tag = 'Attachments';

export const attachmentRoutes: Route[] = [
  route(
    {
      method: 'post',
      path: '/attachments',
      tag,
      summary: 'Upload a file',
      description:
        'One part named `file`, up to 10 MB. It is yours alone until you name its id in `attachments` of a message or ' +
        'a new ticket (10 files and 25 MB each); what is not posted within a day is forgotten. 200 MB a day.',
      visitors: true,
      bodyType: 'multipart/form-data',
      bodyLimit: MAX_FILE,
      isUpload: true,
      answer: attachmentDto,
      status: 201,
      also: { 413: '`too_large`', 429: '`upload_limit`: 200 MB within a day', 507: '`storage_full`' },
    },
    async (call) => {
      if (call.actor.visitor) await prepareVisitor(call.visitor, call.ip);
      return call.file((incoming) => uploadFile(call.actor, incoming));
    },
  ),
  route(
    {
      method: 'get',
      path: '/attachments/{id}',
      tag,
      summary: 'Download a file',
      description:
        'Whoever may read its message may have it. One `Range` is answered; `If-None-Match` as well. With `inline=1` ' +
        'PNG, JPEG, GIF, WebP and AVIF come with their type, to be shown, and WAV, MP3, M4A, AAC, Ogg and FLAC with theirs, ' +
        'to be played; everything else is for saving.',
      visitors: true,
      params: z.strictObject({ id }),
      query: z.strictObject({ inline: z.enum(['0', '1']).optional() }),
      also: { 416: '`range_not_satisfiable`' },
    },
    async ({ actor, params, query, method, header }) => {
      const file = await accessAttachment(sql, actor, params.id);
      return fileAnswer(file, { inline: query.inline === '1', isHead: method === 'HEAD', header });
    },
  ),
];
