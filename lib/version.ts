import { readFileSync } from 'node:fs';
import path from 'node:path';

let version: string | undefined;

/** This program's version, as package.json has it. */
export function programVersion(): string {
  version ??= String(
    (JSON.parse(readFileSync(path.join(process.cwd(), 'package.json'), 'utf8')) as { version: string })
      .version,
  );
  return version;
}
