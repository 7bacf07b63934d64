'use client';
import { createContext, useContext } from 'react';
import type { MeDto } from '@/lib/schemas/person';

export interface DeskLocation {
  /** A word for a view that every desk has, or the id of a saved one. */
  view: string;
  /** The list holds what was searched for instead of the view; the empty text before anything was. */
  search: string | null;
  /** The open ticket. */
  number: number | null;
  /** The message in it that is to be shown. */
  message: string | null;
}

/** Another place of the desk: what is not named stays. A search or a view leaves the other one. */
export interface Target {
  view?: string;
  search?: string;
  message?: string | null;
}

interface Desk {
  me: MeDto;
  /** Null on a page beside the desk, where no view is open. */
  location: DeskLocation | null;
  /** Address of a ticket in this list, filters kept; or of the list itself. */
  hrefFor: (number: number | null, target?: Target) => string;
  /** Opens without a round trip to the server. `replace` keeps "back" useful while reading through a list. */
  go: (number: number | null, target?: Target & { replace?: boolean }) => void;
}

export const DeskContext = createContext<Desk | null>(null);

/** Who works here and where to go. Inside the desk and on the pages beside it. */
export function useStaff(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useStaff is for the desk and the pages beside it');
  return desk;
}

/** The same with what is open. Only inside the desk. */
export function useDesk(): Desk & { location: DeskLocation } {
  const { location, ...desk } = useStaff();
  if (!location) throw new Error('useDesk is for the desk only');
  return { ...desk, location };
}
