import { inTransaction } from '../db/transaction';
import { releaseMessage } from './steps/release-message';

/** Lets one held message leave, if its time has come. */
export const releaseHeld = (id: string) => inTransaction((tx) => releaseMessage(tx, id));
