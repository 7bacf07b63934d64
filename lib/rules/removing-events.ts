/** Events after which many tickets are gone for good: whoever has one open looks whether it is still there. */
export const REMOVING_EVENTS: ReadonlySet<string> = new Set([
  'import.undone',
  'demo.removed',
  'trash.emptied',
]);
