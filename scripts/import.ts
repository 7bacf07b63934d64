/** `npm run import -- FILE [--route]`: imports a message file (S4's CSV) and prints the report. */
import { readFile } from 'node:fs/promises';
import { decodeUtf8 } from '@/lib/api/read-body';
import { runImport } from '@/lib/commands/run-import';
import { stageImport } from '@/lib/commands/stage-import';
import { prisma } from '@/lib/db/prisma';
import { type Actor, PLAIN_SCOPE } from '@/lib/rules/permissions';
import { runScript, ScriptProblem } from './lib/run-script';

async function firstAdmin(): Promise<Actor> {
  const where = { role: 'admin', disabledAt: null };
  const admin = await prisma().person.findFirst({ where, orderBy: { createdAt: 'asc' } });
  if (!admin)
    throw new ScriptProblem('There is no admin yet. Make one first: npm run admin:create -- --email YOU');
  return { id: admin.id, role: 'admin', name: admin.name, sessionId: null, scope: PLAIN_SCOPE };
}

await runScript(async () => {
  const file = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
  if (!file) throw new ScriptProblem('Name the file: npm run import -- FILE [--route]');
  const bytes = await readFile(file).catch((error: Error) => {
    throw new ScriptProblem(`${file} cannot be read: ${error.message}`);
  });
  const { id } = await stageImport(await firstAdmin(), decodeUtf8(bytes), {
    route: process.argv.includes('--route'),
  });
  const report = await runImport(id);
  for (const { line, rule } of report.errors) process.stdout.write(`line ${line}: ${rule}\n`);
  process.stdout.write(
    `${report.rows} rows: ${report.imported} imported as ${report.conversations} conversations, ${report.skipped} skipped\n`,
  );
  return report.errors.length > 0 ? 2 : 0;
});
