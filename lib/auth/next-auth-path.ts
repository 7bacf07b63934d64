/** The actions of next-auth. Everything else below /api/auth/ is the API's (contract, "/api/auth/ is shared"). */
const ACTIONS: ReadonlySet<string> = new Set([
  'signin',
  'signout',
  'session',
  'csrf',
  'providers',
  'callback',
  'error',
  'verify-request',
  '_log',
]);

/** Does this path belong to next-auth? The one answer for both doors; `pathname` is without the query. */
export function isNextAuthPath(pathname: string): boolean {
  const [root, api, auth, action] = pathname.split('/');
  return root === '' && api === 'api' && auth === 'auth' && action !== undefined && ACTIONS.has(action);
}
