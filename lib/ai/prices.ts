/** US dollars for a million tokens, in and out, as the providers' price lists say; a model that is not here costs null. */
const PRICES: Record<string, readonly [number, number]> = {
  'gemini-2.5-pro': [1.25, 10],
  'gemini-2.5-flash': [0.3, 2.5],
  'gemini-2.5-flash-lite': [0.1, 0.4],
  'gemini-2.0-flash': [0.1, 0.4],
  'gemini-2.0-flash-lite': [0.075, 0.3],
  'gpt-4.1': [2, 8],
  'gpt-4.1-mini': [0.4, 1.6],
  'gpt-4.1-nano': [0.1, 0.4],
  'gpt-4o': [2.5, 10],
  'gpt-4o-mini': [0.15, 0.6],
};

/** Cost of a call in millionths of a US dollar; null where price or tokens are not known. */
export function costOf(
  model: string | null,
  tokensIn: number | null,
  tokensOut: number | null,
): number | null {
  const price = model !== null && Object.hasOwn(PRICES, model) ? PRICES[model] : undefined;
  if (!price || tokensIn === null || tokensOut === null) return null;
  return Math.round(tokensIn * price[0] + tokensOut * price[1]);
}
