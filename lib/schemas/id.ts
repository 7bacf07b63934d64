import { z } from 'zod';

/** Ids are UUIDs (v7). */
export const id = z.uuid().overwrite((s) => s.toLowerCase());
