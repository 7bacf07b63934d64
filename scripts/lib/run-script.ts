import { MigrationError } from '@/lib/db/migrate';

/** A failure of a script that is one sentence for the person at the terminal. */
export class ScriptProblem extends Error {
  override name = 'ScriptProblem';
}

const refusedAccess = new Set(['28P01', '28000', '3D000', '42501', '53300']);
const noAnswer = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ECONNRESET'],
  ...['57P01', '57P02', '57P03', '08001', '08006'],
]);

/** Where the database is, without its password. */
export function databasePlace(url: string): string {
  if (!URL.canParse(url)) return 'the address in DATABASE_URL';
  const { hostname, port, pathname, username } = new URL(url);
  return `${hostname}:${port || 5432}${pathname}${username ? ` as ${decodeURIComponent(username)}` : ''}`;
}

/** The sentence for a failure that a person can mend, or null. */
export function sentenceFor(error: unknown, databaseUrl = process.env.DATABASE_URL ?? ''): string | null {
  if (error instanceof ScriptProblem || error instanceof MigrationError) return error.message;
  if (!(error instanceof Error)) return null;
  // Node tries every address of a name and reports them together.
  const inner = error instanceof AggregateError ? (error.errors[0] as Error) : error;
  const code = (inner as { code?: string }).code ?? '';
  const place = databasePlace(databaseUrl);
  const wayOut = 'correct DATABASE_URL, or leave it unset to use the built-in PostgreSQL';
  if (noAnswer.has(code) || /timeout|Connection terminated/i.test(inner.message)) {
    return `The database at ${place} does not answer (${code || inner.message}). Start it, ${wayOut}.`;
  }
  if (refusedAccess.has(code)) {
    return `The database at ${place} refuses us: ${inner.message}. Grant access, ${wayOut}.`;
  }
  return null;
}

/**
 * Runs a script to its exit code: 0 or what `work` returns; 69 after a sentence for the person; 1 with the stack
 * for anything unexpected.
 */
export async function runScript(work: () => Promise<number | undefined>): Promise<never> {
  let code: number;
  try {
    code = (await work()) ?? 0;
  } catch (error) {
    const sentence = sentenceFor(error);
    process.stderr.write(`${sentence ?? (error instanceof Error ? error.stack : String(error))}\n`);
    code = sentence ? 69 : 1;
  }
  process.exit(code);
}
