import { env } from '../../env';

/** Where the provider knocks for a line, without a slash at its end. */
export const doorsOf = (lineId: string): string => `${env().APP_URL}/api/channels/voice/${lineId}`;

/** What the auth token of a line is sealed for. */
export const TOKEN_OF_LINE = 'phone_line.auth_token';
