/** Limits of spec/reliability.md C26, in bytes; counted while a file comes in, never taken from what was announced. */
export const MAX_FILE = 10 * 1024 * 1024;
export const MAX_FILES = 10;
/** Of all files of one message. */
export const MAX_OF_MESSAGE = 25 * 1024 * 1024;
/** Of all that one person uploads within 24 hours. */
export const MAX_OF_DAY = 200 * 1024 * 1024;
