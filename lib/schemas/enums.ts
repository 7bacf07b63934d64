import { z } from 'zod';
import { CHANNELS, LANGUAGES, LOCALES, PRIORITIES, ROLES, STATUSES } from './values';

/** The contract's words as checks of input and shapes of output. */
export const role = z.enum(ROLES);
export const status = z.enum(STATUSES);
export const priority = z.enum(PRIORITIES);
export const channel = z.enum(CHANNELS);
export const locale = z.enum(LOCALES);
export const language = z.enum(LANGUAGES);
export const languages = z
  .array(language)
  .max(20)
  .overwrite((list) => [...new Set(list)].sort());
