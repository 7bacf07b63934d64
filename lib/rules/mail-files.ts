import { fileKind } from './file-kind';

/**
 * Which files of a reply travel in the customer's mail, and which wait on its page (docs/decisions/021-files.md): in
 * the order of the message as long as they are 5 MB together, which is 7 MB as a mail and below every server's limit.
 * What can run a program, and what hides its content, would get the whole mail refused.
 */
const MAX_OF_MAIL = 5 * 1024 * 1024;

export function chooseMailed<File extends { name: string; media_type: string; size: number }>(
  files: readonly File[],
): ReadonlySet<File> {
  const mailed = new Set<File>();
  let left = MAX_OF_MAIL;
  for (const file of files) {
    const kind = fileKind(file);
    if (kind === 'risky' || kind === 'archive' || file.size > left) continue;
    mailed.add(file);
    left -= file.size;
  }
  return mailed;
}
