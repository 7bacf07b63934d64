type Headers = readonly { name: string; value: string }[];

/**
 * What our own receiving host found of a mail's sender (control C32). Only a header that bears that host's name counts,
 * and the topmost alone: hosts add theirs above, and anybody can write one further down. Null: it found nothing.
 */
function resultsOf(headers: Headers, host: string | null): string[] | null {
  if (host === null) return null;
  const found = headers.find(({ name }) => name === 'authentication-results');
  if (!found) return null;
  const [id = '', ...results] = withoutWords(found.value).toLowerCase().split(';');
  return id.trim().split(/\s+/)[0] === host.toLowerCase() ? results : null;
}

/**
 * A header's value without its comments, which nest, and with `?` for each quoted string (RFC 8601 2.2, RFC 5322 3.2):
 * a sender chooses what stands in them. What is begun and never closed is left out to the end.
 */
function withoutWords(value: string): string {
  let plain = '';
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < value.length; at++) {
    const character = value[at]!;
    if (character === '\\') at++;
    else if (quoted) quoted = character !== '"';
    else if (character === '(') depth++;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (character === '"') {
      quoted = true;
      plain += '?';
    } else plain += character;
  }
  return plain;
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

/** There is one; of several, which only somebody else can have brought in, the worst counts. */
const dmarcOf = (results: readonly string[]) =>
  verdictsOf(results, 'dmarc').filter(({ verdict }) => verdict !== 'none');

/** Whether our own receiving host found that a mail does not come from whom it names. */
export function isForged(headers: Headers, host: string | null): boolean {
  const results = resultsOf(headers, host);
  if (!results) return false;
  const dmarc = dmarcOf(results);
  if (dmarc.length > 0) return dmarc.some(({ verdict }) => verdict === 'fail');
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
  const dmarc = dmarcOf(results);
  if (dmarc.length > 0)
    return dmarc.every(({ verdict, domain }) => verdict === 'pass' && (domain === null || isHome(domain)));
  return [...verdictsOf(results, 'dkim'), ...verdictsOf(results, 'spf')].some(
    ({ verdict, domain }) => verdict === 'pass' && isHome(domain),
  );
}
