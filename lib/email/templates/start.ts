import { type CSSProperties, createContext, useContext } from 'react';

export type Start = 'left' | 'right';

const StartContext = createContext<Start>('left');
/** Around a template: on which side its lines begin. Mail programs do not know the logical names of CSS. */
export const StartProvider = StartContext.Provider;
export const useStart = (): Start => useContext(StartContext);

/** Room before the lines, and a rule there when `rule` has its looks. */
export const atStart = (start: Start, padding: string, rule?: string): CSSProperties =>
  start === 'left'
    ? { paddingLeft: padding, ...(rule ? { borderLeft: rule } : {}) }
    : { paddingRight: padding, ...(rule ? { borderRight: rule } : {}) };
