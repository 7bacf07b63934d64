import { createContext, useContext } from 'react';
import { type AccentTokens, accentTokens } from '../../rules/accent';
import type { Brand } from '../mail-facts';

const BrandContext = createContext<Brand>({ name: 'Switchboard', accent: null });
/** Around a template: whose mail it is. */
export const BrandProvider = BrandContext.Provider;

/** The workspace's name, and its colour for programs in the light and in the dark. */
export function useBrand(): { name: string; light: AccentTokens; dark: AccentTokens } {
  const { name, accent } = useContext(BrandContext);
  return { name, ...accentTokens(accent) };
}
