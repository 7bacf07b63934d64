/**
 * The name under which a file is shown and saved (spec/reliability.md C25). It is only ever shown: files lie in the
 * store under random keys. Unicode is normalised first, then what shows nothing is taken out, then it is looked at:
 * the other way round, a zero-width character hides what the check looks for.
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Default_Ignorable_Code_Point}]/gu;
/** No file system of a person who saves it takes these. */
const NOT_IN_NAMES = /[<>:"|?*]/g;
/** Devices on Windows, with and without an extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** Bytes in UTF-8: file systems take 255, and a second download adds " (1)". */
const MAX_BYTES = 200;
const MAX_EXTENSION = 16;

/** Null when nothing is left of it that could be shown. */
export function cleanFileName(raw: string): string | null {
  const shown = raw.toWellFormed().normalize('NFC').replace(HIDDEN, '').replace(/\s+/g, ' ');
  const last = shown.split(/[/\\]/).at(-1)!;
  // a leading dot hides a file or makes it a server's setting; dots and spaces at the end vanish on Windows
  const name = last.replace(NOT_IN_NAMES, '_').replace(/^[. ]+|[. ]+$/g, '');
  if (name === '') return null;
  return shortened(DEVICE.test(name) ? `_${name}` : name);
}

/** What stands behind the last dot, in lower case; empty when there is none. */
export function extensionOf(name: string): string {
  return /[^.]\.([^.]{1,16})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** The extension stays: it says what the file is. */
function shortened(name: string): string {
  if (bytesOf(name) <= MAX_BYTES) return name;
  const extension = extensionOf(name).slice(0, MAX_EXTENSION);
  const end = extension === '' ? '' : `.${name.slice(-extension.length)}`;
  const kept: string[] = [];
  let left = MAX_BYTES - bytesOf(`…${end}`);
  for (const character of name.slice(0, name.length - end.length)) {
    left -= bytesOf(character);
    if (left < 0) break;
    kept.push(character);
  }
  return `${kept.join('').trimEnd()}…${end}`;
}
