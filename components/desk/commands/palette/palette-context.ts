'use client';
import { createContext, useContext } from 'react';
import type { CommandContext, CommandTarget, PalettePage } from '../command-context';

interface PaletteState {
  /** Without blanks around it. */
  typed: string;
  /** What could be done when the palette was opened. */
  context: CommandContext;
  target: CommandTarget | undefined;
  /** Closes the palette, then acts. */
  run: (act: () => void) => void;
  turn: (page: PalettePage) => void;
  /** Puts this into the field. */
  type: (text: string) => void;
  /** Marks the first line, as long as nobody has moved the mark since he typed. */
  settle: () => void;
  /** For what is said about the list, which holds lines alone. */
  place: HTMLElement | null;
  /** There are tickets to be looked at beside the list. */
  onFound: (found: boolean) => void;
}

export const PaletteContext = createContext<PaletteState | null>(null);

export function usePalette(): PaletteState {
  const state = useContext(PaletteContext);
  if (!state) throw new Error('usePalette is for the palette only');
  return state;
}
