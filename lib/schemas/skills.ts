import { z } from 'zod';
import { text } from './text';

/** What somebody can do beside languages, and what a topic asks for: lower-case words, each once, in order. */
export const skills = z
  .array(text({ max: 40, line: true }).overwrite((word) => word.trim().replace(/\s+/g, ' ').toLowerCase()))
  .max(30)
  .overwrite((list) => [...new Set(list)].sort());
