/** What every box to type or choose in looks like. */
export const controlStyle =
  'w-full rounded-control border border-line-strong bg-surface text-input text-ink transition-[border-color] hover:border-ink-3 focus:border-focus focus:outline-2 focus:-outline-offset-1 focus:outline-focus data-invalid:border-danger aria-invalid:border-danger disabled:bg-sunken disabled:text-ink-2';
