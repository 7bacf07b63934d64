/** Bytes of a raw mail that is taken; most mail servers refuse larger ones themselves. */
export const MAX_MAIL = 30 * 1024 * 1024;
