import { isDatabaseAway } from '../../db/is-database-away';
import { Unavailable } from '../../errors';
import { StorageFull } from '../../files/store';

/** A part of ours does not answer, or is full: no fault of what was being read, and it says nothing of its next try. */
export const isAway = (error: unknown): boolean =>
  error instanceof Unavailable || error instanceof StorageFull || isDatabaseAway(error);

/** Seconds until what waits for such a part is looked at again. */
export const AWAY_SECONDS = 30;
