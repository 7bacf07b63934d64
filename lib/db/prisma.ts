import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/generated/prisma/client';
import { pool } from './pool';

let client: PrismaClient | undefined;

/**
 * Prisma serves what is configured: people, sessions, settings, tokens (docs/decisions/002). The ticket log runs in
 * SQL on the same pool (`lib/db/sql`).
 */
export function prisma(): PrismaClient {
  client ??= new PrismaClient({ adapter: new PrismaPg(pool(), { disposeExternalPool: false }) });
  return client;
}
