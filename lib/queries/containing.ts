/** A pattern for LIKE on lower-case text: it holds this, whatever stands around it. LIKE's own signs are literal. */
export const containing = (text: string): string => `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
