import { z } from 'zod';
import { text } from './text';
import { ASKS_EMAIL, WIDGET_SIDES } from './values';

/** The public name of a website in the loader's line: `w_` and 22 letters of base64url. */
export const widgetKey = text({ max: 60, line: true });

/** What a widget has to know before anybody says a word. */
export const widgetConfigDto = z
  .object({
    /** Of the workspace. */
    name: z.string(),
    greeting: z.string(),
    accent: z.string().nullable(),
    side: z.enum(WIDGET_SIDES),
    asks_email: z.enum(ASKS_EMAIL),
    topics: z.array(z.object({ key: z.string(), name: z.string() })),
    languages: z.array(z.string()),
    /** It is open, and somebody is there. Else messages are taken as well, and answered by mail. */
    is_online: z.boolean(),
    /** It is closed now, and open again then. */
    opens_at: z.string().nullable(),
    /** Within which time half of the first answers came of late; null while there are too few to say. */
    reply_seconds: z.number().int().nullable(),
    verified_only: z.boolean(),
    max_file_bytes: z.number().int(),
  })
  .meta({ id: 'WidgetConfig' });
export type WidgetConfigDto = z.infer<typeof widgetConfigDto>;

export const widgetConfigQuery = z.strictObject({
  origin: text({ max: 2_000, line: true, required: false }).optional().meta({
    description: 'Of the page that shows the widget, as the browser tells it.',
  }),
  locale: text({ max: 35, line: true, required: false }).optional().meta({
    description: 'Language of the topics’ names; the browser’s unless told.',
  }),
});
export type WidgetConfigQuery = z.infer<typeof widgetConfigQuery>;
