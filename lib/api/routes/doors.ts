import { accessKey, type Contract, type Route, route } from '../route';
import { authRoutes } from './auth';

/** A door of identity under the name that a source gave it. */
function alias(key: string, path: string, { summary, status }: Pick<Contract, 'summary' | 'status'>): Route {
  const of = authRoutes.find((one) => accessKey(one) === key)!;
  const description = `The same as \`${key}/\`.${of.contract.description ? ` ${of.contract.description}` : ''}`;
  return {
    ...of,
    contract: { ...of.contract, path, atRoot: false, summary, description, ...(status ? { status } : {}) },
  };
}

export const doorRoutes: Route[] = [
  alias('POST /auth/token', '/token', { summary: 'Sign in (S0)' }),
  alias('POST /auth/register', '/register_customer', { summary: 'Make a customer account (S1)' }),
  alias('POST /auth/accept-invitation', '/register_customer_rep', {
    summary: 'Become a member of staff with an invitation (S1)',
    status: 201,
  }),
  route(
    {
      method: 'get',
      path: '/auth',
      atRoot: true,
      tag: 'Identity',
      summary: 'Leads to the page for signing in',
      status: 302,
    },
    async () => new Response(null, { status: 302, headers: { location: '/sign-in' } }),
  ),
];
