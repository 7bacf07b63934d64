/**
 * Whether our own receiving host found that a mail does not come from whom it names (control C32). Only a header that
 * bears that host's name counts, and the topmost alone: hosts add theirs above, and anybody can write one further down.
 */
export function isForged(headers: readonly { name: string; value: string }[], host: string | null): boolean {
  if (host === null) return false;
  const found = headers.find(({ name }) => name === 'authentication-results');
  if (!found) return false;
  const [id = '', ...results] = found.value
    .replace(/\([^()]{0,500}\)/g, ' ')
    .toLowerCase()
    .split(';');
  if (id.trim().split(/\s+/)[0] !== host.toLowerCase()) return false;
  const verdicts = (method: string) =>
    results.flatMap((result) => new RegExp(`^\\s*${method}\\s*=\\s*([a-z]+)`).exec(result)?.[1] ?? []);
  const [dmarc] = verdicts('dmarc');
  if (dmarc !== undefined && dmarc !== 'none') return dmarc === 'fail';
  const passed = [...verdicts('dkim'), ...verdicts('spf')];
  return passed.includes('fail') && !passed.includes('pass');
}
