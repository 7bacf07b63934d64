import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';

/** What the package's own loader would do; on Node 20 that one fails, because it imports a .wasm file. */
async function loadEngine(): Promise<typeof engine.SchemaEngine> {
  const main = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(path.join(path.dirname(main), 'schema_engine_bg.wasm'));
  const glue = engine as unknown as WebAssembly.ModuleImports & { __wbg_set_wasm(exports: object): void };
  const wasm = await WebAssembly.instantiate(await WebAssembly.compile(new Uint8Array(bytes)), {
    './schema_engine_bg.js': glue,
  });
  glue.__wbg_set_wasm(wasm.exports);
  (wasm.exports.__wbindgen_start as () => void)();
  return engine.SchemaEngine;
}

let loaded: ReturnType<typeof loadEngine> | undefined;

/** The SQL that would make the database of `schema.prisma` from nothing, as Prisma's own engine prints it. */
export async function sqlOfSchema(schema: string, connectionString: string): Promise<string> {
  loaded ??= loadEngine();
  const SchemaEngine = await loaded;
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString }));
  const instance = await SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
  try {
    const { stdout } = await instance.diff({
      from: { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    if (!stdout) throw new Error('The schema engine printed no SQL.');
    return stdout;
  } finally {
    instance.free();
  }
}
