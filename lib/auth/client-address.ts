import { env } from '../env';

/**
 * The address a request came from: the socket's, or with TRUST_PROXY proxies in front what the outermost of them
 * wrote. Without such proxies X-Forwarded-For is what anybody types, and is not looked at.
 */
export function clientAddress(headers: Headers, socketAddress: string | undefined): string {
  const proxies = env().TRUST_PROXY;
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  if (proxies > 0 && forwarded.length >= proxies) return forwarded.at(-proxies) || 'unknown';
  return socketAddress ?? 'unknown';
}
