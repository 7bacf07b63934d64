import { uploadsNamed } from './uploads-named';

/** A row of `message_draft d` with what belongs to it: files that can be posted, names, and what its macro is called. */
export const draftColumns = `d.*, ${uploadsNamed('d.attachments', 'd.person_id')} AS files,
  (SELECT json_agg(json_build_object('id', p.id, 'name', p.name) ORDER BY p.name) FROM person p
   WHERE p.id = ANY(d.mentions)) AS named,
  (SELECT r.title FROM canned_reply r WHERE r.id = (d.macro ->> 'canned_reply_id')::uuid) AS macro_title`;
