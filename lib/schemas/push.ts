import { z } from 'zod';
import { isPushService } from '../rules/push-service';

const endpoint = z.string().max(1_000).refine(isPushService, 'push_service');
/** Base64url, as browsers write it: a point of the curve P-256, and 16 bytes. */
const key = (length: number) => z.string().regex(new RegExp(`^[\\w-]{${length}}={0,2}$`));

/** What a browser's `PushSubscription` says of itself. */
export const pushSubscriptionInput = z
  .strictObject({
    endpoint: endpoint.meta({ description: 'At the push service of a known browser.' }),
    keys: z.strictObject({ p256dh: key(87), auth: key(22) }),
  })
  .meta({ id: 'PushSubscription' });
export type PushSubscriptionInput = z.infer<typeof pushSubscriptionInput>;

export const endPushQuery = z.strictObject({ endpoint: z.string().min(1).max(1_000) });

export const pushKeyDto = z
  .object({ public_key: z.string().meta({ description: '`applicationServerKey` for the browser.' }) })
  .meta({ id: 'PushKey' });
