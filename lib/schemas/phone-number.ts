import { z } from 'zod';

/** A telephone number as it may be written; whether it is one, and of where, is found out by who takes it. */
export const phoneNumber = z
  .string()
  .trim()
  .max(40)
  .regex(/^\+[0-9 ()./-]+$/, 'phone_number')
  .meta({ description: 'With its country: +49 30 1234567', example: '+49301234567' });
