/** A name to begin with from an address: `anna.schmidt+x@…` → Anna Schmidt. Whoever is invited changes it himself. */
export function guessName(email: string): string {
  const local = email.split('@')[0]!.replace(/\+.*$/, '');
  const words = local.split(/[._-]+/).filter((word) => /\p{L}/u.test(word));
  const name = words.map((word) => word.charAt(0).toLocaleUpperCase() + word.slice(1)).join(' ');
  return name || local || email;
}
