import type { z } from 'zod';
import type { Client } from '../auth/client';
import { countRequest, networkOf } from '../auth/rate-limits';
import { inTransaction, type Sql, sql } from '../db/transaction';
import { Conflict } from '../errors';
import { presentLinkedRating } from '../presenters/linked-rating';
import { findRatingLink } from '../queries/find-rating-link';
import type { LinkedRatingDto, rateByLinkInput } from '../schemas/rating';
import { writeRating } from './steps/write-rating';

/**
 * What the holder of a mailed link would rate, and what he has said. Looking changes nothing: programs that check
 * mails follow links too. It is a command for the limit alone that it counts.
 *
 * @throws Invalid `token: invalid`; RateLimited.
 */
export async function lookAtRating(token: string, client: Client): Promise<LinkedRatingDto> {
  await countRequest('token_ip', networkOf(client.ip));
  return present(sql, token);
}

/**
 * The holder of a mailed link says how the help was; nobody is signed in by it.
 *
 * @throws Invalid `token: invalid`; Conflict `not_resolved`, `too_late`; RateLimited.
 */
export async function rateByLink(
  { token, ...input }: z.infer<typeof rateByLinkInput>,
  client: Client,
): Promise<LinkedRatingDto> {
  await countRequest('token_ip', networkOf(client.ip));
  return inTransaction(async (tx) => {
    const { ticket, holds } = await findRatingLink(tx, token, true);
    if (!holds) throw new Conflict('not_resolved', 'The request is open again.');
    await writeRating(tx, ticket, input);
    return present(tx, token);
  });
}

async function present(from: Sql, token: string): Promise<LinkedRatingDto> {
  const { ticket, holds } = await findRatingLink(from, token);
  return presentLinkedRating(ticket, holds);
}
