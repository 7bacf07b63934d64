import pino from 'pino';
import { logLevel } from './env';

/**
 * One logger a process. Lines carry ids (request, event, job, person), never text that a person wrote and never a
 * secret: what may hold either is cut out here as a net.
 */
export const log = pino({
  level: logLevel(),
  base: { pid: process.pid },
  redact: {
    paths: [
      'body',
      'email',
      'password',
      'token',
      'otp',
      '*.body',
      '*.email',
      '*.password',
      '*.token',
      '*.otp',
      'req.headers',
    ],
    remove: true,
  },
  serializers: {
    // pg puts the failing row into `detail`; that may be a person's text
    err: (error: Error & { code?: string }) => ({
      type: error.name,
      code: error.code,
      message: error.message,
      stack: error.stack,
    }),
  },
});
