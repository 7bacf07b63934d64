import type { Client } from '../auth/client';
import { clientAddress } from '../auth/client-address';
import { handleNextAuth } from '../auth/next-auth-handler';
import { endSession } from '../commands/end-session';
import { signIn } from '../commands/sign-in';
import { signInGoogle } from '../commands/sign-in-google';

/**
 * The browser's doors: next-auth with our commands behind it, for the paths of `isNextAuthPath` alone. Under Next
 * alone there is no socket to ask for an address; all browsers then share the limits of one.
 */
export function nextAuth(request: Request, socketAddress?: string): Promise<Response> {
  const client: Client = {
    ip: clientAddress(request.headers, socketAddress),
    userAgent: request.headers.get('user-agent') ?? '',
    acceptLanguage: request.headers.get('accept-language') ?? '',
  };
  return handleNextAuth(request, client, {
    signIn: (credentials, from) => signIn(credentials, 'browser', from),
    signInGoogle: (idToken, from) => signInGoogle(idToken, 'browser', from),
    endSession: ({ personId, sessionId }) => endSession(personId, sessionId),
  });
}
