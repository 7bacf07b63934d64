import { z } from 'zod';

/** The body of a POST that says all with its path: `{}`, or none at all. */
export const nothing = z.strictObject({}).meta({ id: 'Nothing' });
