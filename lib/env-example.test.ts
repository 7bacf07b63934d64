import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { envExample } from './env-example';

it('.env.example is what lib/env.ts says', () => {
  expect(readFileSync('.env.example', 'utf8')).toBe(envExample());
});
