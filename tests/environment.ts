import { envSchema } from '@/lib/env';

/** Names of all variables the product reads. */
export const variables = Object.keys(envSchema.shape);

/**
 * The environment of the running test file, for a process that is to share its database and its engine. Without
 * APP_URL: a web process takes its own address.
 */
export function testEnvironment(more: Record<string, string> = {}): Record<string, string> {
  const names = variables.filter((name) => name !== 'APP_URL' && process.env[name]);
  const own = names.map((name) => [name, process.env[name]]);
  return { ...Object.fromEntries(own), ...more };
}
