import { createContext, useContext } from 'react';
import { type AccentTokens, accentTokens, HOUSE_ACCENT } from '../../rules/accent';
import type { Brand } from '../mail-facts';

type MailAccent = Pick<AccentTokens, 'accent' | 'on-accent'>;

/** The house's own colours, as app/globals.css has them. */
const house: { light: MailAccent; dark: MailAccent } = {
  light: { accent: HOUSE_ACCENT.light, 'on-accent': '#ffffff' },
  dark: { accent: HOUSE_ACCENT.dark, 'on-accent': '#062522' },
};

const BrandContext = createContext<Brand>({ name: 'Switchboard', accent: null });
/** Around a template: whose mail it is. */
export const BrandProvider = BrandContext.Provider;

/** The workspace's name, and its colour for programs in the light and in the dark. */
export function useBrand(): { name: string; light: MailAccent; dark: MailAccent } {
  const { name, accent } = useContext(BrandContext);
  return { name, ...(accent === null ? house : accentTokens(accent)) };
}
