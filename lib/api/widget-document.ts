import { type AccentTokens, accentTokens } from '../rules/accent';
import { directionOf } from '../rules/locales';
import type { Locale } from '../schemas/values';

interface DocumentOf {
  key: string;
  /** Of the workspace; the page's title. */
  name: string;
  locale: Locale;
  words: Record<string, string>;
  accent: string | null;
  nonce: string;
  /** File names in `/widget/assets/`. */
  script: string;
  style: string;
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter]!);
/** JSON that cannot end the element it stands in. */
const json = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');
const variables = (tokens: AccentTokens) =>
  Object.entries(tokens)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');

/** The document of the widget's frame: colours, words, and where its parts are. What is said comes over the API. */
export function widgetDocument({
  key,
  name,
  locale,
  words,
  accent,
  nonce,
  script,
  style,
}: DocumentOf): string {
  const { light, dark } = accentTokens(accent);
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="robots" content="noindex">
<title>${escaped(name)}</title>
<style nonce="${nonce}">:root{${variables(light)}}@media (prefers-color-scheme:dark){:root{${variables(dark)}}}</style>
<link rel="stylesheet" href="/widget/assets/${style}">
<script type="module" src="/widget/assets/${script}"></script>
</head>
<body>
<div id="app"></div>
<script type="application/json" id="boot">${json({ key, locale, words })}</script>
</body>
</html>
`;
}
