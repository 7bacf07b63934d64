/** The one look of everything that floats: menus, pickers, popovers. */
export const floatStyle =
  'float-motion origin-(--transform-origin) rounded-float border border-line bg-raised text-ink shadow-float outline-none';

export const floatItemStyle =
  'flex min-h-8 cursor-default select-none items-center gap-2 rounded-control px-2 py-1 text-ui text-ink outline-none data-highlighted:bg-selected data-disabled:text-ink-3 coarse:min-h-11';
