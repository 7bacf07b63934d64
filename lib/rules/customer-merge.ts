/** What speaks against making one customer of two, in plain words; `code`s are the contract's. */
export const MERGE_PROBLEMS = {
  already_merged: 'This customer was merged before.',
  target_merged: 'The other customer is part of somebody else.',
  inactive: 'The customer who is kept is deactivated.',
  keep_other: 'Keep the one who has an address: mail goes there.',
  unseen_tickets: 'There are tickets of theirs that you do not see. Ask an admin.',
} as const;
export type MergeProblem = keyof typeof MERGE_PROBLEMS;

export interface MergeParty {
  email: string | null;
  is_active: boolean;
  is_merged: boolean;
}

/** Null when they can be merged; whose tickets one sees is asked elsewhere. */
export function mergeProblem(source: MergeParty, target: MergeParty): MergeProblem | null {
  if (source.is_merged) return 'already_merged';
  if (target.is_merged) return 'target_merged';
  if (!target.is_active) return 'inactive';
  if (target.email === null && source.email !== null) return 'keep_other';
  return null;
}
