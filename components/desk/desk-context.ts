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

export interface Staff {
  me: MeDto;
  /** Address of a ticket in this list, filters kept; or of the list itself. */
  hrefFor: (number: number | null, target?: Target) => string;
  /** Opens without a round trip to the server. `replace` keeps "back" useful while reading through a list. */
  go: (number: number | null, target?: Target & { replace?: boolean }) => void;
}

/** Stays the same while one goes through a list: what needs no more than this is not drawn anew by every key. */
export const StaffContext = createContext<Staff | null>(null);
/** Null on a page beside the desk, where no view is open. */
export const PlaceContext = createContext<DeskLocation | null>(null);

/** Who works here and where to go. Inside the desk and on the pages beside it. */
export function useStaff(): Staff {
  const staff = useContext(StaffContext);
  if (!staff) throw new Error('useStaff is for the desk and the pages beside it');
  return staff;
}

/** The same with what is open. Only inside the desk. */
export function useDesk(): Staff & { location: DeskLocation } {
  const staff = useStaff();
  const location = useContext(PlaceContext);
  if (!location) throw new Error('useDesk is for the desk only');
  return { ...staff, location };
}
