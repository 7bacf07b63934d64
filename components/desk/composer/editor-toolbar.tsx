'use client';
import { Toolbar } from '@base-ui/react/toolbar';
import type { ChainedCommands, Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import {
  Bold,
  Code,
  Italic,
  List,
  ListOrdered,
  type LucideIcon,
  Strikethrough,
  TextQuote,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';
import { EditorLink } from './editor-link';

interface Act {
  name: 'bold' | 'italic' | 'strike' | 'bulletList' | 'orderedList' | 'blockquote' | 'code';
  icon: LucideIcon;
  keys?: string;
  run: (chain: ChainedCommands) => ChainedCommands;
}

const MARKS: readonly Act[] = [
  { name: 'bold', icon: Bold, keys: 'Ctrl B', run: (chain) => chain.toggleBold() },
  { name: 'italic', icon: Italic, keys: 'Ctrl I', run: (chain) => chain.toggleItalic() },
  { name: 'strike', icon: Strikethrough, run: (chain) => chain.toggleStrike() },
  { name: 'code', icon: Code, keys: 'Ctrl E', run: (chain) => chain.toggleCode() },
];
const BLOCKS: readonly Act[] = [
  { name: 'bulletList', icon: List, run: (chain) => chain.toggleBulletList() },
  { name: 'orderedList', icon: ListOrdered, run: (chain) => chain.toggleOrderedList() },
  { name: 'blockquote', icon: TextQuote, run: (chain) => chain.toggleBlockquote() },
];

/** Formatting by mouse and by key: one stop of Tab, arrows inside (APG toolbar). */
export function EditorToolbar({ editor }: { editor: Editor }) {
  const t = useTranslations('composer.format');
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      Object.fromEntries([...MARKS, ...BLOCKS].map(({ name }) => [name, now.isActive(name)])),
  });
  // lists and quotes begin where the line does; letters are never mirrored
  const button =
    (mirrored: string) =>
    ({ name, icon: Icon, keys, run }: Act) => (
      <Toolbar.Button
        key={name}
        aria-pressed={active[name]}
        onClick={() => run(editor.chain().focus()).run()}
        render={
          <IconButton
            label={t(name)}
            shortcut={keys}
            icon={<Icon aria-hidden className={`size-4 ${mirrored}`} />}
            className="size-7! coarse:size-control!"
          />
        }
      />
    );
  return (
    <Toolbar.Root aria-label={t('label')} className="flex items-center gap-0.5">
      {MARKS.map(button(''))}
      <EditorLink editor={editor} />
      <Toolbar.Separator className="mx-1 h-4 w-px bg-line" />
      {BLOCKS.map(button('rtl:-scale-x-100'))}
    </Toolbar.Root>
  );
}
