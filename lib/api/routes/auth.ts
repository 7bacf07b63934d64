import type { z } from 'zod';
import { acceptInvitation } from '../../commands/accept-invitation';
import { refreshTokens } from '../../commands/refresh-tokens';
import { register } from '../../commands/register';
import { requestCode } from '../../commands/request-code';
import { requestPasswordReset } from '../../commands/request-password-reset';
import { resetPassword } from '../../commands/reset-password';
import { type Credentials, signIn } from '../../commands/sign-in';
import { signInGoogle } from '../../commands/sign-in-google';
import { verifyCode } from '../../commands/verify-code';
import { Invalid } from '../../errors';
import {
  googleInput,
  invitationInput,
  meDto,
  refreshInput,
  registerInput,
  requestOtpInput,
  requestResetInput,
  resetPasswordInput,
  tokenInput,
  tokensDto,
  verificationDto,
  verifyOtpInput,
} from '../../schemas/person';
import { detailDto } from '../../schemas/problem';
import { type Route, route } from '../route';

const tag = 'Identity';
const limited = { 429: 'Too many attempts; Retry-After says how long to wait.' };

/** Passwordless and password sign-in come through one door: exactly one of the two. */
function credentialsOf(body: z.infer<typeof tokenInput>): Credentials {
  const { username, password, verification_token } = body;
  const email = body.email ?? username;
  if (verification_token !== undefined) {
    if (email === undefined && password === undefined) return { verification_token };
    throw new Invalid({ verification_token: ['not_with_password'] });
  }
  if (body.email !== undefined && username !== undefined && body.email !== username) {
    throw new Invalid({ username: ['differs_from_email'] });
  }
  if (email !== undefined && password !== undefined) return { email, password };
  throw new Invalid({
    ...(email === undefined ? { email: ['required'] } : {}),
    ...(password === undefined ? { password: ['required'] } : {}),
  });
}

export const authRoutes: Route[] = [
  route(
    {
      method: 'post',
      path: '/auth/request-otp',
      tag,
      summary: 'Mail a six-digit code',
      description:
        'The answer is the same whether or not the address is known. 3 in 15 minutes for an address.',
      body: requestOtpInput,
      answer: detailDto,
      also: limited,
    },
    async (call) => {
      await requestCode(call.body.email, call);
      return { detail: 'If the address can receive mail, a code is on its way. It holds for 10 minutes.' };
    },
  ),
  route(
    {
      method: 'post',
      path: '/auth/verify-otp',
      tag,
      summary: 'Exchange a code for a verification token',
      description: 'The token holds for 30 minutes, once. A code allows five tries.',
      body: verifyOtpInput,
      answer: verificationDto,
      also: { 401: 'The code is not right, or not any more (`invalid_code`).', ...limited },
    },
    (call) => verifyCode(call.body, call),
  ),
  route(
    {
      method: 'post',
      path: '/auth/register',
      tag,
      summary: 'Make a customer account',
      body: registerInput,
      answer: tokensDto.extend({ user: meDto }),
      status: 201,
      also: { 409: 'The address has an account (`account_exists`).', ...limited },
    },
    (call) => register(call.body, call),
  ),
  route(
    {
      method: 'post',
      path: '/auth/token',
      atRoot: true,
      tag,
      summary: 'Sign in',
      description:
        'With e-mail (or username, which is the e-mail) and password; customers also with a token. Answers at /auth/token/, without /api, as well (S1).',
      body: tokenInput,
      answer: tokensDto,
      also: { 401: 'One answer for everything that may be wrong (`invalid_credentials`).', ...limited },
    },
    async (call) => (await signIn(credentialsOf(call.body), 'api', call)).tokens,
  ),
  route(
    {
      method: 'post',
      path: '/auth/token/refresh',
      atRoot: true,
      tag,
      summary: 'Exchange a refresh token',
      description:
        'A spent token gives the same successor for ten seconds; after that it ends the session. Answers at /auth/token/refresh/, without /api, as well (S1).',
      body: refreshInput,
      answer: tokensDto,
      also: { 401: 'It does not hold (`invalid_token`).' },
    },
    (call) => refreshTokens(call.body.refresh),
  ),
  route(
    {
      method: 'post',
      path: '/auth/google',
      tag,
      summary: "Sign in with Google's ID token",
      description: 'Customers only. 404 when Google is not set up.',
      body: googleInput,
      answer: tokensDto,
      also: { 401: 'It cannot be used here (`invalid_credentials`).', ...limited },
    },
    async (call) => (await signInGoogle(call.body.credential, 'api', call)).tokens,
  ),
  route(
    {
      method: 'post',
      path: '/auth/accept-invitation',
      tag,
      summary: 'Choose a password with an invitation',
      body: invitationInput,
      answer: tokensDto,
      also: limited,
    },
    (call) => acceptInvitation(call.body, call),
  ),
  route(
    {
      method: 'post',
      path: '/auth/request-password-reset',
      tag,
      summary: 'Mail a link to a new password',
      description: 'The answer is the same whether or not the address is known. Limits as for codes.',
      body: requestResetInput,
      answer: detailDto,
      also: limited,
    },
    async (call) => {
      await requestPasswordReset(call.body.email, call);
      return { detail: 'If somebody has this address, a link is on its way. It works once, for two hours.' };
    },
  ),
  route(
    {
      method: 'post',
      path: '/auth/reset-password',
      tag,
      summary: 'Choose a new password with a mailed link',
      description: 'Ends all sessions of the person; nobody is signed in.',
      body: resetPasswordInput,
      answer: detailDto,
      also: limited,
    },
    (call) => resetPassword(call.body, call),
  ),
];
