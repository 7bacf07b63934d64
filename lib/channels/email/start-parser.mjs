import { register } from 'tsx/esm/api';

/** A thread knows no TypeScript by itself, whoever started it. */
register();
await import('./parser.ts');
