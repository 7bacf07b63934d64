type Headers = readonly { name: string; value: string }[];

/**
 * What our own receiving host found of a mail's sender (control C32). Only a header that bears that host's name counts,
 * and the topmost alone: hosts add theirs above, and anybody can write one further down. Null: it found nothing.
 */
function resultsOf(headers: Headers, host: string | null): string[] | null {
  if (host === null) return null;
  const found = headers.find(({ name }) => name === 'authentication-results');
  if (!found) return null;
  const [id = '', ...results] = found.value
    .replace(/\([^()]{0,500}\)/g, ' ')
    .toLowerCase()
    .split(';');
  return id.trim().split(/\s+/)[0] === host.toLowerCase() ? results : null;
}

/** The verdicts of a method, each with what it says of the domain that it speaks for. */
const verdictsOf = (results: readonly string[], method: string) =>
  results.flatMap((result) => {
    const verdict = new RegExp(`^\\s*${method}\\s*=\\s*([a-z]+)`).exec(result)?.[1];
    const domain = /\b(?:header\.(?:from|d|i)|smtp\.mailfrom)\s*=\s*(?:[^\s@;]*@)?([a-z0-9.-]+)/.exec(
      result,
    )?.[1];
    return verdict ? [{ verdict, domain: domain ?? null }] : [];
  });

/** Whether our own receiving host found that a mail does not come from whom it names. */
export function isForged(headers: Headers, host: string | null): boolean {
  const results = resultsOf(headers, host);
  if (!results) return false;
  const [dmarc] = verdictsOf(results, 'dmarc');
  if (dmarc !== undefined && dmarc.verdict !== 'none') return dmarc.verdict === 'fail';
  const passed = [...verdictsOf(results, 'dkim'), ...verdictsOf(results, 'spf')].map(
    ({ verdict }) => verdict,
  );
  return passed.includes('fail') && !passed.includes('pass');
}

/**
 * Whether it found that a mail does come from its sender's domain: DMARC passed or, where the domain has none, DKIM or SPF
 * for that domain. Nothing found is no proof.
 */
export function isProven(headers: Headers, host: string | null, sender: string): boolean {
  const results = resultsOf(headers, host);
  if (!results) return false;
  const home = sender.split('@').at(-1)!.toLowerCase();
  const isHome = (domain: string | null) =>
    domain !== null && (home === domain || home.endsWith(`.${domain}`));
  const [dmarc] = verdictsOf(results, 'dmarc');
  if (dmarc !== undefined && dmarc.verdict !== 'none')
    return dmarc.verdict === 'pass' && (dmarc.domain === null || isHome(dmarc.domain));
  return [...verdictsOf(results, 'dkim'), ...verdictsOf(results, 'spf')].some(
    ({ verdict, domain }) => verdict === 'pass' && isHome(domain),
  );
}
