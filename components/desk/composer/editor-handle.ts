import type { RefObject } from 'react';

/** What can be done with the text from outside of it; the same for the editor and for what stands in for it. */
export interface EditorHandle {
  focus: () => void;
  /**
   * Puts Markdown where the caret is, as paragraphs of its own, in place of so many characters before it (0 unless
   * said). Returns the whole text after it.
   */
  insert: (markdown: string, instead?: number) => string;
  /** Where writing goes on, to be given to the draft when its text comes back. */
  caret: () => number;
  /** What stands before the caret in its line; null while words are chosen, or the focus is elsewhere. */
  before: () => string | null;
  /** Puts words in place of so many characters before the caret. */
  complete: (length: number, words: string) => void;
  /** Marks these words where they stand first, for who has to write something in their place. */
  select: (words: string) => void;
}

/** A list of suggestions at the caret: it has the keys first while it is open. */
export interface CaretMenu {
  id: string;
  open: boolean;
  /** Id of the suggestion that Enter would take. */
  activeId: string | undefined;
  /** The caret or the text before it has changed. */
  look: () => void;
  close: () => void;
  /** True when the key was the menu's. */
  onKeyDown: (event: KeyboardEvent) => boolean;
}

export interface EditorProps {
  ref: RefObject<EditorHandle | null>;
  id: string;
  label: string;
  placeholder: string;
  /** Id of what says why the text was not sent. */
  problem: string | undefined;
  /** Markdown. */
  text: string;
  /** Raised when the text was set from outside; `caret` is then where writing goes on, null to leave the focus. */
  outside: number;
  caret: number | null;
  menu?: CaretMenu | undefined;
  onWrite: (markdown: string) => void;
  onSend: (how: 'send' | 'resolve') => void;
}

/** Several menus of one text; at most one of them is open at a time. */
export function joinMenus(...menus: readonly CaretMenu[]): CaretMenu {
  const [first] = menus;
  const { id, open, activeId } = menus.find((menu) => menu.open) ?? first!;
  return {
    ...{ id, open, activeId },
    look: () => {
      for (const menu of menus) menu.look();
    },
    close: () => {
      for (const menu of menus) menu.close();
    },
    onKeyDown: (event) => menus.some((menu) => menu.onKeyDown(event)),
  };
}

/** Same in both: sends, leaves the text, or nothing of ours. Returns whether the key was one of these. */
export function sendKey(event: KeyboardEvent, onSend: EditorProps['onSend']): boolean {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return false;
  event.preventDefault();
  onSend(event.shiftKey ? 'resolve' : 'send');
  return true;
}

/** How a text field tells of its menu. */
export const menuAttributes = (menu: CaretMenu | undefined): Record<string, string> => ({
  ...(menu && { 'aria-autocomplete': 'list' }),
  ...(menu?.open && { 'aria-controls': menu.id }),
  ...(menu?.open && menu.activeId && { 'aria-activedescendant': menu.activeId }),
});
