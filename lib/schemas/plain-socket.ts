import { z } from 'zod';
import { MAX_BODY } from './message-body';
import { text } from './text';

/** What S1's plain sockets say, see docs/api.md. */
export const plainHello = z.strictObject({ token: text({ max: 4_096, line: true }) });

export const plainMessage = z.strictObject({
  message: text({ max: MAX_BODY }),
  close_chat: z.boolean().default(false),
});
