import { z } from 'zod';
import { channel, language, priority, status } from './enums';
import { id } from './id';
import { tag } from './tag';
import { text } from './text';
import { span } from './time';
import { COLUMNS, GROUPS, SORTS, URGENCY_LEVELS } from './values';

const several = <T extends z.ZodType>(one: T) => z.array(one).min(1).max(10);

/** What a view holds: the list's filters, each of which narrows. */
export const viewFilter = z
  .strictObject({
    status: several(status),
    priority: several(priority),
    channel: several(channel),
    urgency: several(z.enum(URGENCY_LEVELS)),
    assignee: several(z.union([z.enum(['me', 'none']), id])).meta({ description: '`me` is whoever looks.' }),
    mentioned: z.literal('me').meta({ description: 'Notes on it name whoever looks.' }),
    topic: several(text({ max: 80, line: true })),
    language: several(language),
    tag: several(tag),
    organisation: several(id),
    waiting_over: span,
    q: text({ max: 200, line: true }),
    search: text({ max: 200, line: true }),
    in: z.enum(['inbox', 'spam', 'trash']),
    snoozed: z.enum(['yes', 'no']),
  })
  .partial()
  .meta({ id: 'ViewFilter' });
export type ViewFilter = z.infer<typeof viewFilter>;

export const viewDto = z
  .object({
    /** Its place in the desk's addresses: the id, or a word for those that every desk has. */
    key: z.string(),
    /** Null for those that every desk has: the screen names them in its reader's language. */
    name: z.string().nullable(),
    filter: viewFilter,
    sort: z.enum(SORTS),
    group: z.enum(GROUPS).nullable(),
    /** Facts that its rows show; null: the usual ones. */
    columns: z.array(z.enum(COLUMNS)).nullable(),
    owner: z.enum(['desk', 'all', 'team', 'me']),
    team: z.object({ id: z.string(), name: z.string() }).nullable(),
    can_edit: z.boolean(),
    /** Of the tickets that its reader may see, no further than 1000; `capped`: there are more. */
    count: z.number().int(),
    capped: z.boolean(),
    /** Milliseconds since it was counted. */
    count_age: z.number().int(),
  })
  .meta({ id: 'View' });
export type ViewDto = z.infer<typeof viewDto>;

const fields = {
  name: text({ max: 60, line: true }).overwrite((s) => s.trim()),
  filter: viewFilter,
  sort: z.enum(SORTS),
  group: z.enum(GROUPS).nullable(),
  columns: z.array(z.enum(COLUMNS)).max(COLUMNS.length).nullable(),
  owner: z.enum(['me', 'team', 'all']),
  team: id.nullable(),
};

export const createViewInput = z
  .strictObject({
    ...fields,
    group: fields.group.default(null),
    columns: fields.columns.default(null),
    owner: fields.owner.default('me').meta({ description: '`team` and `all`: admins only.' }),
    team: fields.team.default(null),
  })
  .meta({ id: 'CreateView' });
export type CreateViewInput = z.infer<typeof createViewInput>;

export const editViewInput = z.strictObject(fields).partial().meta({ id: 'EditView' });
export type EditViewInput = z.infer<typeof editViewInput>;

export const orderViewsInput = z
  .strictObject({ keys: z.array(id).min(1).max(200).meta({ description: 'First comes first.' }) })
  .meta({ id: 'OrderViews' });
