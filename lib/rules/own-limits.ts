/**
 * Limits that a person sets for himself (contract: "self: not limits above his"). He may take less work than he is
 * given, not more; only an admin raises a limit. A limit that is not there (null) is above every number.
 */
export interface OwnLimits {
  capacity: number;
  capacity_calls: number;
  capacity_total: number | null;
}

/** The limits in `wanted` that are above the present ones, as refused fields; null when there are none. */
export function limitsAbove(present: OwnLimits, wanted: Partial<OwnLimits>): Record<string, string[]> | null {
  const refused: Record<string, string[]> = {};
  const size = (limit: number | null) => limit ?? Number.POSITIVE_INFINITY;
  for (const field of ['capacity', 'capacity_calls', 'capacity_total'] as const) {
    const value = wanted[field];
    if (value !== undefined && size(value) > size(present[field])) refused[field] = ['above_own_limit'];
  }
  return Object.keys(refused).length > 0 ? refused : null;
}
