/**
 * `npm run doctor`: looks at everything the product needs and says what is wrong, in the words of `/admin/system`.
 * Exit code 1 when something does not work.
 */
import { createTranslator } from 'next-intl';
import { closePool } from '@/lib/db/pool';
import { EnvError, parseEnv } from '@/lib/env';
import { closeQueues } from '@/lib/jobs/queue';
import type { CheckDto } from '@/lib/schemas/system';
import { checkAll } from '@/lib/system/check-all';
import messages from '@/messages/en/system.json';
import { isBuilt } from './lib/build.mjs';
import { runScript } from './lib/run-script';

interface Line {
  part: string;
  state: CheckDto['state'];
  says: string;
  mend?: string;
}

const mark = { ok: '✓', warn: '!', bad: '✗' };
/** The keys of a check are put together at run time, which the library's own type does not allow. */
interface Words {
  (key: string, facts?: CheckDto['facts']): string;
  has(key: string): boolean;
}
const t: Words = createTranslator({ locale: 'en', messages }) as unknown as Words;

function lineOf({ part, state, says, facts }: CheckDto): Line {
  const mend = `mend.${part}.${says}`;
  return {
    part: t(`parts.${part}`),
    state,
    says: t(`says.${part}.${says}`, facts),
    ...(t.has(mend) ? { mend: t(mend, facts) } : {}),
  };
}

/** What is only seen from this terminal: the program itself. */
function checkProgram(): Line[] {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const good = major > 20 || (major === 20 && minor >= 19);
  return [
    {
      part: 'Node',
      state: good ? 'ok' : 'bad',
      says: process.versions.node,
      ...(good ? {} : { mend: 'Install 20.19 or newer.' }),
    },
    isBuilt()
      ? { part: 'Pages', state: 'ok', says: 'built' }
      : { part: 'Pages', state: 'warn', says: 'not built yet', mend: 'npm start does it.' },
  ];
}

async function checkInstallation(): Promise<Line[]> {
  try {
    const { checks } = await checkAll(parseEnv(process.env));
    return checks.map(lineOf);
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    return [{ part: t('parts.environment'), state: 'bad', says: error.message }];
  }
}

await runScript(async () => {
  const lines = [...checkProgram(), ...(await checkInstallation())];
  for (const { part, state, says, mend } of lines) {
    console.log(`${mark[state]} ${part.padEnd(13)} ${says}`);
    if (mend) console.log(`${' '.repeat(16)}→ ${mend}`);
  }
  await closeQueues();
  await closePool();
  return lines.some(({ state }) => state === 'bad') ? 1 : 0;
});
