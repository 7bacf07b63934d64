import type { ServerTrouble } from '../../schemas/values';

/** A mail server that cannot be used as it is, and the one line of it that may be shown. */
export class MailServerTrouble extends Error {
  constructor(
    readonly trouble: ServerTrouble,
    readonly said: string,
  ) {
    super(`${trouble}: ${said}`);
    this.name = 'MailServerTrouble';
  }
}

/** What Node calls a line that could not be made, or that ended. */
const AWAY = new Set([
  ...['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['EPIPE', 'ESOCKET', 'ECONNECTION', 'EDNS', 'CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT'],
  ...['NoConnection', 'EConnectionClosed', 'ClosedAfterConnectTLS', 'ClosedAfterConnectText', 'ETIMEOUT'],
]);
const NO_TRUST =
  /certificate|self[- ]signed|altname|ssl|tls|wrong version number|handshake|unable to verify|EPROTO/i;

/** What is wrong, from the error of a library that talked to a mail server. */
export function troubleOf(error: Error & { code?: string }): ServerTrouble {
  if (NO_TRUST.test(`${error.code ?? ''} ${error.message}`)) return 'tls';
  return AWAY.has(error.code ?? '') || /timed? ?out|closed|not available/i.test(error.message)
    ? 'unreachable'
    : 'refused';
}
