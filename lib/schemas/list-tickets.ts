import { z } from 'zod';
import { channel, language, priority, status } from './enums';
import { id } from './id';
import { page } from './page';
import { inReport } from './report';
import { tag } from './tag';
import { text } from './text';
import { topic } from './ticket';
import { span } from './time';
import { GROUPS, SORTS, URGENCY_LEVELS } from './values';

/** Values of one filter at most. */
const MOST = 10;
/** One value, or several parted by commas: any of them will do. */
const several = <T extends string>(one: z.ZodType<T>) =>
  z
    .string()
    .max(MOST * 81)
    .transform((s): unknown => s.split(','))
    .pipe(z.array(one).min(1).max(MOST));

export const listTicketsQuery = z.strictObject({
  status: several(status).optional(),
  priority: several(priority).optional(),
  channel: several(channel).optional(),
  urgency: several(z.enum(URGENCY_LEVELS))
    .optional()
    .meta({ description: 'Staff only: levels, e.g. `2,3`.' }),
  assignee: several(z.union([z.enum(['me', 'none']), id])).optional(),
  mentioned: z.enum(['me']).optional().meta({ description: 'Staff: tickets with a note that names me.' }),
  topic: several(topic).optional(),
  language: several(language).optional(),
  tag: several(tag).optional().meta({ description: 'Staff only.' }),
  organisation: several(id)
    .optional()
    .meta({ description: 'Staff only: ids of the customers’ organisations.' }),
  waiting_over: span
    .optional()
    .meta({ description: 'Nobody has answered the customer for longer than this.', example: '4h' }),
  q: text({ max: 200, line: true })
    .optional()
    .meta({ description: "Number, or part of the customer's name." }),
  search: text({ max: 200, line: true }).optional().meta({
    description: 'Words and operators as in `/tickets/search/`, in the order of `sort`.',
    example: 'loan is:open',
  }),
  sort: z.enum(SORTS).default('newest'),
  group: z.enum(GROUPS).optional().meta({
    description:
      'Staff only: rows of one group stand together, in `sort` among themselves; pages go through the groups.',
  }),
  ...page,
  in: z.enum(['inbox', 'spam', 'trash']).default('inbox'),
  snoozed: z.enum(['yes', 'no']).optional().meta({ description: 'Staff only: asleep, or not.' }),
  in_report: inReport
    .optional()
    .meta({ description: 'Admins only: exactly the tickets that a number of the reports counted.' }),
});
export type ListTicketsQuery = z.infer<typeof listTicketsQuery>;

/** A page of a list that has neither filters nor another order. */
export const pageQuery = listTicketsQuery.pick({ limit: true, cursor: true });
export type PageQuery = z.infer<typeof pageQuery>;
