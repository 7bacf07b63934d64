/** Somebody else has it by now: what this transaction did must not stay. */
export class ClaimLost extends Error {}
