/** The panes in their order, and what takes the focus in each. */
const PANES: readonly { pane: string; focus: string }[] = [
  { pane: '[data-pane="sidebar"]', focus: 'nav a' },
  { pane: '#ticket-list', focus: '[role="grid"] a[tabindex="0"]' },
  { pane: '[data-pane="ticket"]', focus: '#ticket-heading' },
  { pane: '#composer', focus: '[role="textbox"], textarea' },
  { pane: '[data-pane="context"]', focus: 'h2' },
];

const isShown = (element: Element) => element.getClientRects().length > 0;

/** Takes the focus to the next pane that is on the screen, round and round (F6). */
export function cyclePanes(by: 1 | -1): void {
  const shown = PANES.flatMap(({ pane, focus }) => {
    const element = document.querySelector(pane);
    if (!element || !isShown(element)) return [];
    const target = [...element.querySelectorAll<HTMLElement>(focus)].find(isShown);
    return target ? [{ element, target }] : [];
  });
  // the composer lies inside of the ticket: the innermost is where one is
  const at = shown.findLastIndex(({ element }) => element.contains(document.activeElement));
  const next = shown.at((at === -1 && by === -1 ? shown.length : at + by + shown.length) % shown.length);
  next?.target.focus();
}
