'use client';
import { createContext, useContext } from 'react';
import type { ViewKey } from '@/lib/rules/views';
import type { MeDto } from '@/lib/schemas/person';

export interface DeskLocation {
  view: ViewKey;
  /** The open ticket. */
  number: number | null;
}

interface Desk {
  me: MeDto;
  location: DeskLocation;
  /** Address of a ticket in this view, filters kept; or of the view itself. */
  hrefFor: (number: number | null, view?: ViewKey) => string;
  /** Opens without a round trip to the server. `replace` keeps "back" useful while reading through a list. */
  go: (number: number | null, options?: { view?: ViewKey; replace?: boolean }) => void;
}

export const DeskContext = createContext<Desk | null>(null);

/** Who works here and what is open. Only inside the desk. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk is for the desk only');
  return desk;
}
