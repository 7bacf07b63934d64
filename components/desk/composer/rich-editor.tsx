'use client';
import { createDocument, type Editor, Extension } from '@tiptap/core';
import { Placeholder } from '@tiptap/extensions';
import { Selection } from '@tiptap/pm/state';
import { EditorContent, useEditor } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { pastedFiles } from '@/components/attachments/drop-zone';
import { safeHref } from '@/lib/rules/safe-href';
import { type EditorProps, menuAttributes, sendKey } from './editor-handle';
import { editorStyle } from './editor-style';
import { EditorToolbar } from './editor-toolbar';
import { fromMarkdown } from './from-markdown';
import { toMarkdown } from './to-markdown';

interface RichEditorProps extends EditorProps {
  /** Caret of the plain field that it takes the place of, when that had the focus. */
  start: number | null;
  toolbar: HTMLElement | null;
}

/** Lists go in and out by Ctrl or Command with a bracket: Tab leaves the text (WCAG 2.1.2). */
const ListKeys = Extension.create({
  name: 'listKeys',
  addKeyboardShortcuts() {
    return {
      'Mod-]': () => this.editor.commands.sinkListItem('listItem'),
      'Mod-[': () => this.editor.commands.liftListItem('listItem'),
    };
  },
});

/** What Markdown can say, and no more: everything else that is pasted becomes text. */
const extensions = (placeholder: () => string) => [
  StarterKit.configure({
    underline: false,
    heading: { levels: [1, 2, 3] },
    link: {
      openOnClick: false,
      defaultProtocol: 'https',
      isAllowedUri: (url) => safeHref(url) !== null,
      // `readme.md` is a word
      shouldAutoLink: (url) => /:\/\/|@/.test(url),
    },
  }),
  ListKeys,
  Placeholder.configure({ placeholder }),
];

/** The editor, loaded when it is needed. Reads and writes Markdown. */
export function RichEditor({ ref, start, toolbar, ...props }: RichEditorProps) {
  const now = useRef(props);
  useEffect(() => {
    now.current = props;
  });
  const editor = useEditor({
    extensions: extensions(() => now.current.placeholder),
    content: fromMarkdown(props.text),
    injectCSS: false,
    // it is never drawn on the server
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    onSelectionUpdate: () => now.current.menu?.look(),
    onBlur: () => now.current.menu?.close(),
    onUpdate: ({ editor: changed }) => now.current.onWrite(toMarkdown(changed.getJSON())),
    editorProps: {
      attributes: attributesOf(props),
      handleDOMEvents: {
        // not for the editor: the browser goes on to the next control
        keydown: (_view, event) => now.current.menu?.onKeyDown(event) || event.key === 'Tab',
      },
      // files belong to the message, not into its text: whatever stands around the editor takes them
      handlePaste: (_view, event) => pastedFiles(event).length > 0,
      handleDrop: (_view, event) => (event.dataTransfer?.files.length ?? 0) > 0,
      handleKeyDown: (view, event) => {
        if (event.key === 'Escape') view.dom.blur();
        return sendKey(event, (how) => now.current.onSend(how));
      },
    },
  });
  useImperativeHandle(ref, () => ({
    // the editor's own command does it a frame later, when the next key has come
    focus: () => editor.view.focus(),
    caret: () => editor.state.selection.head,
    before: () => {
      const { empty, $head } = editor.state.selection;
      return empty ? $head.parent.textBetween(0, $head.parentOffset, '\n', '\n').replace(/^.*\n/s, '') : null;
    },
    complete: (length, words) => {
      const { head } = editor.state.selection;
      editor
        .chain()
        .focus()
        .insertContentAt({ from: head - length, to: head }, { type: 'text', text: words })
        .run();
    },
    select: (words) => {
      const at = placeOf(words, editor);
      if (at !== null) editor.commands.setTextSelection({ from: at, to: at + words.length });
      editor.view.focus();
    },
    insert: (markdown, instead = 0) => {
      const { head } = editor.state.selection;
      const chain = editor.chain().focus();
      if (instead > 0) chain.deleteRange({ from: head - instead, to: head });
      if (markdown) chain.insertContent(fromMarkdown(markdown));
      chain.run();
      return toMarkdown(editor.getJSON());
    },
  }));

  // in the same step as the field goes: a key in between would be a shortcut
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, with what the field held
  useLayoutEffect(() => {
    takeOver(editor, props.text, start);
    // a list of suggestions goes on as well
    if (start !== null) props.menu?.look();
  }, [editor]);

  const { outside } = props;
  const shown = useRef(outside);
  useEffect(() => {
    if (shown.current === outside) return;
    shown.current = outside;
    const { text, caret } = now.current;
    editor.commands.setContent(fromMarkdown(text), { emitUpdate: false });
    editor.commands.setTextSelection(
      Math.min(caret ?? Number.POSITIVE_INFINITY, editor.state.doc.content.size),
    );
    if (caret !== null) editor.commands.focus();
  }, [editor, outside]);

  return (
    <>
      <EditorContent editor={editor} />
      {toolbar ? createPortal(<EditorToolbar editor={editor} />, toolbar) : null}
    </>
  );
}

/** It is a text field like any other. */
const attributesOf = ({
  id,
  label,
  problem,
  menu,
}: Pick<EditorProps, 'id' | 'label' | 'problem' | 'menu'>): Record<string, string> => ({
  ...{ id, role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, dir: 'auto' },
  ...(problem && { 'aria-describedby': problem, 'aria-invalid': 'true' }),
  ...menuAttributes(menu),
  class: `${editorStyle} prose-formatted editor-text max-w-none!`,
});

/** Where words stand first in one piece; null where they do not. */
function placeOf(words: string, { state }: Editor): number | null {
  let place: number | null = null;
  state.doc.descendants((node, at) => {
    const index = place === null ? (node.text?.indexOf(words) ?? -1) : -1;
    if (index >= 0) place = at + index;
    return place === null;
  });
  return place;
}

/** Goes on where the plain field was: with the blanks at its end, which Markdown does not know, and its caret. */
function takeOver(editor: Editor, text: string, start: number | null): void {
  const blanks = /[ \t]+$/.exec(text)?.[0];
  const lines = /\n+$/.exec(text)?.[0];
  editor.commands.setTextSelection(editor.state.doc.content.size);
  if (blanks) editor.view.dispatch(editor.state.tr.insertText(blanks));
  else if (lines) editor.commands[lines.length > 1 ? 'splitBlock' : 'setHardBreak']();
  if (start === null) return;
  if (start < text.length) {
    const before = createDocument(fromMarkdown(text.slice(0, start)), editor.schema);
    editor.commands.setTextSelection(Math.min(Selection.atEnd(before).head, editor.state.doc.content.size));
  }
  editor.view.focus();
}
