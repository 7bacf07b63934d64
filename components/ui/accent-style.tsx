import { accentStyle } from '@/lib/rules/accent';

/** The workspace's colour, for as long as this part of the page is shown; menus that float above it have it too. */
export function AccentStyle({ accent }: { accent: string | null }) {
  const css = accentStyle(accent);
  return css === null ? null : <style>{css}</style>;
}
