/**
 * Where a link that came from outside may lead (spec/reliability.md B62, C50): only to pages of `baseUrl`'s origin,
 * written as a path or in full. Everything else leads home. Browsers read `\\`, tabs and a missing `//` in ways of
 * their own, so such addresses are not repaired but refused.
 */
export function ownAddress(url: string, baseUrl: string): string {
  const home = `${new URL(baseUrl).origin}/`;
  if (/[\\\s\p{Cc}]/u.test(url) || !URL.canParse(url, home)) return home;
  if (!/^(\/(?!\/)|https?:\/\/)/i.test(url)) return home;
  const target = new URL(url, home);
  return target.origin === new URL(home).origin ? target.href : home;
}
