/** Three lines at rest. Its frame says how far it grows. */
export const editorStyle =
  'block min-h-18 w-full px-2.5 py-2 text-body text-ink outline-none placeholder:text-ink-3 coarse:text-lead';
