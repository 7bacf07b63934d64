import { sql } from '../db/transaction';

/** The next step of an import, for its job; null when none is due. */
export async function importStep(importId: string): Promise<'check' | 'run' | 'undo' | null> {
  const { rows } = await sql.query<{ state: string }>('SELECT state FROM import WHERE id = $1', [importId]);
  const steps: Record<string, 'check' | 'run' | 'undo'> = {
    checking: 'check',
    staged: 'run',
    undoing: 'undo',
  };
  return steps[rows[0]?.state ?? ''] ?? null;
}
