import { z } from 'zod';

export const time = z.iso.datetime();

const YEAR = 366 * 24 * 60 * 60 * 1_000;

/** A time to come, up to a year from now. */
export const inFuture = time
  .refine((at) => Date.parse(at) > Date.now(), 'past')
  .refine((at) => Date.parse(at) < Date.now() + YEAR, 'too_far');

/** How long: minutes, hours or days. */
export const span = z.string().regex(/^[1-9][0-9]{0,3}[mhd]$/, 'span');
