/** Bytes of a raw mail that is taken; most mail servers refuse larger ones themselves. */
export const MAX_MAIL = 30 * 1024 * 1024;

/** Beyond it a mail may take seconds to read, and those that do not go first. */
export const HEAVY_MAIL = 256 * 1024;
