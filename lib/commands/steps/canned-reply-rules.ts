import { Invalid } from '../../errors';
import { unknownVariable } from '../../rules/variables-in';

/** Throws Invalid that names the first variable which nobody will ever fill in. */
export function refuseUnknownVariables(bodies: Readonly<Record<string, string>> | undefined): void {
  for (const [language, body] of Object.entries(bodies ?? {})) {
    const name = unknownVariable(body);
    if (name === null) continue;
    const message = `There is no variable {{${name}}}.`;
    throw new Invalid({ [`bodies.${language}`]: ['unknown_variable'] }, message);
  }
}

/** Runs a write of `canned_reply`; a short code that somebody has becomes Invalid. */
export async function refuseTakenCode<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if ((error as { code?: string }).code === '23505') throw new Invalid({ short_code: ['taken'] });
    throw error;
  }
}
