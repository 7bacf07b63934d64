import { env } from '../env';
import type { SystemDto } from '../schemas/system';
import { checkAll } from '../system/check-all';
import { programVersion } from '../version';

/** How the installation is, as of now: each part looked at, nothing remembered. */
export async function getSystem(): Promise<SystemDto> {
  const found = await checkAll(env());
  return {
    version: programVersion(),
    node: process.versions.node,
    checked_at: new Date().toISOString(),
    ...found,
  };
}
