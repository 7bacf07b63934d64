import { z } from 'zod';

/** Control characters that no text of ours holds; tab and line breaks stay. U+0000 would make PostgreSQL fail. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming control characters is the point
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
/** Line breaks and separators that a one-line text must not hold. */
const BREAK = /[\r\n\u0085\u2028\u2029]/;
/** Characters that show nothing: spaces, zero-width and filler characters. A text of only these is empty. */
const INVISIBLE = /^[\s\p{Default_Ignorable_Code_Point}]*$/u;

export const showsNothing = (s: string): boolean => INVISIBLE.test(s);

/** Counts code points, as the database does: one emoji is one (a family of four joined ones is seven). */
const codePoints = (s: string) => [...s].length;

/**
 * Every string that comes in goes through here. Refuses control characters, repairs lone surrogates, counts
 * code points. `line` refuses line breaks; `required` refuses what shows nothing. Rule names are the contract's:
 * `control_char`, `line_break`, `required`, `too_long`.
 */
export function text({
  max,
  line = false,
  required = true,
}: {
  max: number;
  line?: boolean;
  required?: boolean;
}) {
  return (
    z
      .string()
      // ends here: what comes next walks through the whole text, and a megabyte of it is refused anyway
      .max(max * 2, { error: 'too_long', abort: true })
      .overwrite((s) => s.toWellFormed())
      .superRefine((s, ctx) => {
        const fail = (message: string) => ctx.addIssue({ code: 'custom', message, input: s });
        if (CONTROL.test(s)) fail('control_char');
        else if (line && BREAK.test(s)) fail('line_break');
        else if (required && showsNothing(s)) fail('required');
        else if (codePoints(s) > max) fail('too_long');
      })
      .meta({ type: 'string', maxLength: max, ...(required ? { minLength: 1 } : {}) })
  );
}

/** A short human name on one line; direction overrides and zero-width characters are taken out, not refused. */
export const personName = z
  .string()
  .max(400, { error: 'too_long', abort: true })
  .overwrite((s) =>
    s
      .toWellFormed()
      .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
      .trim(),
  )
  .pipe(text({ max: 120, line: true }))
  .meta({ type: 'string', maxLength: 120, minLength: 1 });
