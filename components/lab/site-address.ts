interface Visitor {
  email: string;
  language: string;
}

const OF_THIS_MACHINE = /^(localhost|127\.0\.0\.1)$/;

/**
 * Where a visitor's website is. On this machine each has a name of his own below `localhost`, which browsers take for
 * another site: so several chat at once, and the widget stands where it is meant to, on pages of others.
 */
export function siteAddress(
  { hostname, port, origin }: Pick<Location, 'hostname' | 'port' | 'origin'>,
  { email, language }: Visitor,
  key: string,
): string {
  const name = email.split('@')[0]!;
  const base = OF_THIS_MACHINE.test(hostname) ? `http://${name}.shop.localhost:${port || 80}` : origin;
  return `${base}/lab/site/?${new URLSearchParams({ widget: key, locale: language })}`;
}
