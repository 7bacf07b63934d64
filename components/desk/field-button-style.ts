/** The look of a fact in the ticket's header that opens a menu. */
export const fieldButtonStyle =
  'inline-flex h-7 min-w-0 items-center gap-1.5 rounded-control px-2 text-small text-ink-2 hover:bg-hover hover:text-ink data-popup-open:bg-hover coarse:h-control';
