import type { AuthOptions, LoggerInstance, Session, User } from 'next-auth';
import type { JWT } from 'next-auth/jwt';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { env } from '../env';
import { Refusal } from '../errors';
import { log } from '../log';
import { ownAddress } from '../rules/own-address';
import type { Client } from './client';
import { discoveryUrl, isGoogleConfigured } from './google';
import { isCurrentLogin } from './read-actor';
import { isSecure, SESSION_DAYS, sessionCookieName } from './session-cookie';

/** What next-auth may do here: the commands, given by the edge that mounts it (lib/api/next-auth.ts). */
export interface SignInActs {
  signIn(
    credentials: { email: string; password: string } | { verification_token: string },
    client: Client,
  ): Promise<OpenedLogin>;
  signInGoogle(idToken: string, client: Client): Promise<OpenedLogin>;
  endSession(login: OpenedLogin): Promise<void>;
}
export interface OpenedLogin {
  personId: string;
  sessionId: string;
}

/** next-auth hands this object on to the callback that makes the cookie. */
type SignedIn = User & Partial<OpenedLogin>;

const seconds = SESSION_DAYS * 24 * 60 * 60;

/**
 * next-auth keeps the browser's session: a cookie with the person's id and the id of the session's row, nothing else.
 * Whether the row still holds is asked each time (`readActor`).
 */
export function nextAuthOptions(acts: SignInActs, client: Client): AuthOptions {
  return {
    secret: env().AUTH_SECRET,
    useSecureCookies: isSecure(),
    session: { strategy: 'jwt', maxAge: seconds },
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() },
      },
    },
    pages: { signIn: '/sign-in', signOut: '/', error: '/sign-in' },
    providers: [
      {
        id: 'credentials',
        name: 'Credentials',
        type: 'credentials',
        credentials: {},
        authorize: async (given) => told(() => byCredentials(acts, given ?? {}, client)),
      },
      ...(isGoogleConfigured() ? [google()] : []),
    ],
    callbacks: {
      signIn: ({ user, account }) =>
        account?.provider === 'google' ? byGoogle(acts, user, account.id_token, client) : true,
      jwt: ({ token, user }) => (user ? claimsOf(user) : stillHolds(token)),
      session: ({ token, session }) => ({ expires: session.expires, user: { id: token.sub } }) as Session,
      redirect: ({ url, baseUrl }) => ownAddress(url, baseUrl),
    },
    events: {
      signOut: async ({ token }) => {
        if (token?.sub) await acts.endSession({ personId: token.sub, sessionId: String(token.sid) });
      },
    },
    logger,
  };
}

const google = (): OAuthConfig<{ sub: string }> => ({
  id: 'google',
  name: 'Google',
  type: 'oauth',
  wellKnown: discoveryUrl(),
  authorization: { params: { scope: 'openid email profile' } },
  idToken: true,
  checks: ['pkce', 'state', 'nonce'],
  clientId: env().GOOGLE_CLIENT_ID!,
  clientSecret: env().GOOGLE_CLIENT_SECRET!,
  profile: (profile) => ({ id: profile.sub }),
});

async function byCredentials(
  acts: SignInActs,
  given: Record<string, unknown>,
  client: Client,
): Promise<SignedIn | null> {
  const field = (name: string, max: number): string | null => {
    const value = given[name];
    return typeof value === 'string' && value !== '' && value.length <= max ? value : null;
  };
  const token = field('verification_token', 400);
  const email = field('email', 320);
  const password = field('password', 512);
  if (token) return signedIn(await acts.signIn({ verification_token: token }, client));
  if (email && password) return signedIn(await acts.signIn({ email, password }, client));
  return null;
}

const signedIn = (login: OpenedLogin): SignedIn => ({
  id: login.personId,
  personId: login.personId,
  sessionId: login.sessionId,
});

/** The token is checked once more by our own rules; its session travels on in the user object. */
async function byGoogle(
  acts: SignInActs,
  user: SignedIn,
  idToken: string | undefined,
  client: Client,
): Promise<boolean> {
  const login = idToken ? await told(async () => signedIn(await acts.signInGoogle(idToken, client))) : null;
  if (!login) return false;
  Object.assign(user, login);
  return true;
}

/**
 * next-auth puts an error's message into an address. It gets a code of ours (`rate_limited`, `unavailable`); a
 * refused credential is null, which it calls `CredentialsSignin`.
 */
async function told<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal && (error.status === 401 || error.status === 404)) return null;
    if (error instanceof Refusal) throw new Error(error.code);
    log.error({ err: error }, 'sign-in failed');
    throw new Error('unavailable');
  }
}

function claimsOf(user: SignedIn): JWT {
  if (!user.personId || !user.sessionId) throw new Error('signed in without a session');
  return { sub: user.personId, sid: user.sessionId };
}

/** Asked by /api/auth/session: when the session is over this throws, and next-auth clears the cookie. */
async function stillHolds({ sub, sid }: JWT): Promise<JWT> {
  if (!sub || typeof sid !== 'string' || !(await isCurrentLogin(sub, sid))) throw new Error('session over');
  return { sub, sid };
}

/** next-auth's own words, without what people sent. */
const logger: Partial<LoggerInstance> = {
  error: (code) => log.warn({ code: String(code).slice(0, 60) }, 'next-auth error'),
  warn: (code) => log.debug({ code: String(code).slice(0, 60) }, 'next-auth warning'),
  debug: () => {},
};
