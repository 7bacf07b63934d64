import { envSchema } from './env';

/** The text of `.env.example`: every variable with its description, its default in place, commented out. */
export function envExample(): string {
  const blocks = Object.entries(envSchema.shape).map(([name, schema]) => {
    const fallback = schema.safeParse(undefined);
    const value = fallback.success && fallback.data !== undefined ? printed(fallback.data) : '';
    const about = schema.description ? `# ${schema.description}\n` : '';
    return `${about}# ${name}=${value}\n`;
  });
  return `# Made from lib/env.ts by scripts/env-example.ts. Copy to .env and uncomment what you set.\n\n${blocks.join('\n')}`;
}

function printed(value: unknown): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return Array.isArray(value) ? value.join(',') : String(value);
}
