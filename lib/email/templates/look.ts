import type { CSSProperties } from 'react';

/**
 * The product's look in what mail programs understand (warm paper, ink, and the workspace's accent, which brand.ts
 * has): styles on the elements, and classes only for what they may leave out (dark mode, narrow screens). The colours are those of app/globals.css.
 */
const font =
  '"Inter Variable", Inter, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", Helvetica, Arial, sans-serif';
export const mono = 'ui-monospace, "SF Mono", Menlo, Consolas, monospace';

export const look = {
  body: { margin: 0, padding: '32px 12px', backgroundColor: '#f6f5f2', color: '#1c1b18', fontFamily: font },
  frame: { width: '100%', maxWidth: '600px', margin: '0 auto' },
  brandMark: {
    width: '20px',
    height: '20px',
    borderRadius: '5px',
    fontSize: '13px',
    lineHeight: '20px',
    fontWeight: 700,
    textAlign: 'center',
  },
  brandName: {
    fontSize: '14px',
    lineHeight: '20px',
    fontWeight: 600,
    letterSpacing: '-0.006em',
    color: '#1c1b18',
  },
  sheet: {
    marginTop: '16px',
    padding: '28px 32px 32px',
    backgroundColor: '#ffffff',
    border: '1px solid #e2dfd8',
  },
  ticketLine: { margin: '0 0 4px', fontSize: '13px', lineHeight: '18px', color: '#6b6860' },
  heading: {
    margin: '0 0 16px',
    fontSize: '20px',
    lineHeight: '28px',
    fontWeight: 620,
    letterSpacing: '-0.012em',
    color: '#1c1b18',
  },
  text: { margin: '0 0 12px', fontSize: '15px', lineHeight: '24px', color: '#1c1b18' },
  meta: { margin: '0 0 12px', fontSize: '13px', lineHeight: '18px', color: '#55524b' },
  words: { margin: '16px 0 20px', padding: '2px 0' },
  author: { margin: '0 0 4px', fontSize: '13px', lineHeight: '18px', fontWeight: 600, color: '#55524b' },
  body15: { margin: 0, fontSize: '15px', lineHeight: '24px', color: '#1c1b18', overflowWrap: 'anywhere' },
  note: {
    margin: '16px 0 20px',
    padding: '12px 16px',
    backgroundColor: '#fff6dc',
  },
  noteLabel: { margin: '0 0 4px', fontSize: '13px', lineHeight: '18px', fontWeight: 600, color: '#6a4b00' },
  chip: {
    display: 'inline-block',
    padding: '2px 10px',
    borderRadius: '10px',
    fontSize: '12px',
    lineHeight: '16px',
    fontWeight: 550,
  },
  button: {
    display: 'inline-block',
    padding: '10px 18px',
    borderRadius: '6px',
    fontSize: '15px',
    lineHeight: '20px',
    fontWeight: 600,
    textDecoration: 'none',
  },
  choice: {
    display: 'block',
    padding: '10px 16px',
    border: '1px solid #8a877e',
    borderRadius: '6px',
    fontSize: '15px',
    lineHeight: '20px',
    fontWeight: 550,
    textDecoration: 'none',
    color: '#1c1b18',
  },
  code: {
    margin: '8px 0 20px',
    padding: '16px 0 16px 8px',
    backgroundColor: '#efede8',
    borderRadius: '6px',
    fontFamily: mono,
    fontSize: '32px',
    lineHeight: '40px',
    fontWeight: 600,
    letterSpacing: '8px',
    textAlign: 'center',
    color: '#1c1b18',
  },
  footer: { padding: '16px 33px 0' },
  footerText: { margin: '0 0 6px', fontSize: '13px', lineHeight: '18px', color: '#6b6860' },
  link: { textDecoration: 'underline', overflowWrap: 'anywhere' },
} as const satisfies Record<string, CSSProperties>;

/** Colour of the rule at the start of a customer's words; ours have the accent. */
export const CUSTOMER_RULE = '#8a877e';

export const chipColours = {
  OPEN: { color: '#9a3412', backgroundColor: '#fdede3' },
  ASSIGNED: { color: '#1d4ed8', backgroundColor: '#e8eefd' },
  IN_PROGRESS: { color: '#6d28d9', backgroundColor: '#f1eafd' },
  WAITING_ON_CUSTOMER: { color: '#7a5200', backgroundColor: '#fcf3d7' },
  RESOLVED: { color: '#1e6b3a', backgroundColor: '#e4f4e8' },
  CLOSED: { color: '#55524b', backgroundColor: '#efede8' },
} as const;

/**
 * For programs that follow the reader's system: the dark tokens, and less air on a phone. A section is a table whose
 * cell has the padding.
 */
export const responsive = (dark: { accent: string; 'on-accent': string }): string => `
  @media (max-width: 480px) {
    .m-body > table > tbody > tr > td { padding: 16px 0 !important; }
    .m-brand > tbody > tr > td, .m-footer > tbody > tr > td { padding-left: 20px !important; padding-right: 20px !important; }
    .m-sheet { border-left: 0 !important; border-right: 0 !important; }
    .m-sheet > tbody > tr > td { padding: 20px 20px 24px !important; }
  }
  @media (prefers-color-scheme: dark) {
    .m-body, .m-body > table > tbody > tr > td { background-color: #121311 !important; }
    .m-sheet { background-color: #191a18 !important; border-color: #2e302c !important; border-top-color: ${dark.accent} !important; }
    .m-ink { color: #ecebe6 !important; }
    .m-ink-2 { color: #b4b3ab !important; }
    .m-ink-3 { color: #9a9991 !important; }
    .m-link { color: ${dark.accent} !important; }
    .m-mark, .m-button { background-color: ${dark.accent} !important; color: ${dark['on-accent']} !important; }
    .m-choice { border-color: #7b7e76 !important; color: #ecebe6 !important; }
    .m-code { background-color: #0d0e0c !important; color: #ecebe6 !important; }
    .m-note { background-color: #2b2411 !important; border-color: #6b561c !important; }
    .m-note-label { color: #f0d48a !important; }
    .m-staff { border-color: ${dark.accent} !important; }
    .m-customer { border-color: #7b7e76 !important; }
  }
`;
