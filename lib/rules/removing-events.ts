/** Events after which many tickets are gone for good, or somebody else's: whoever has one open looks at it again. */
export const REMOVING_EVENTS: ReadonlySet<string> = new Set([
  'import.undone',
  'demo.removed',
  'trash.emptied',
  'customer.merged',
  'customer.unmerged',
]);
