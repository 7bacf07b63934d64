'use client';
import { useEffect, useImperativeHandle, useRef } from 'react';
import { type EditorProps, menuAttributes, sendKey } from './editor-handle';
import { editorStyle } from './editor-style';

interface PlainEditorProps extends EditorProps {
  onComposing: (now: boolean) => void;
}

/** Stands in for the editor: the same draft as Markdown source. */
export function PlainEditor({ ref, onComposing, ...props }: PlainEditorProps) {
  const { id, label, placeholder, problem, text, outside, caret, menu, onWrite, onSend } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus(),
    caret: () => field.current?.selectionEnd ?? 0,
    before: () => {
      const box = field.current;
      if (!box || box.selectionStart !== box.selectionEnd) return null;
      return box.value.slice(0, box.selectionEnd).replace(/^.*\n/s, '');
    },
    complete: (length, words) => {
      const at = field.current?.selectionEnd ?? text.length;
      onWrite(text.slice(0, at - length) + words + text.slice(at));
      requestAnimationFrame(() => {
        field.current?.focus();
        field.current?.setSelectionRange(at - length + words.length, at - length + words.length);
      });
    },
    select: (words) => {
      const from = text.indexOf(words);
      field.current?.focus();
      if (from >= 0) field.current?.setSelectionRange(from, from + words.length);
    },
    insert: (markdown, instead = 0) => {
      const at = field.current?.selectionEnd ?? text.length;
      const head = [text.slice(0, at - instead).trimEnd(), markdown].filter(Boolean).join('\n\n');
      const whole = [head, text.slice(at).trimStart()].filter(Boolean).join('\n\n');
      onWrite(whole);
      requestAnimationFrame(() => {
        field.current?.focus();
        field.current?.setSelectionRange(head.length, head.length);
      });
      return whole;
    },
  }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is a new text that moves the caret
  useEffect(() => {
    if (caret === null || !field.current) return;
    field.current.focus();
    const at = Math.min(caret, field.current.value.length);
    field.current.setSelectionRange(at, at);
  }, [outside]);
  return (
    <textarea
      id={id}
      ref={field}
      dir="auto"
      rows={3}
      value={text}
      aria-label={label}
      aria-describedby={problem}
      aria-invalid={problem ? true : undefined}
      placeholder={placeholder}
      {...menuAttributes(menu)}
      onChange={(event) => onWrite(event.target.value)}
      onSelect={menu?.look}
      onBlur={menu?.close}
      onCompositionStart={() => onComposing(true)}
      onCompositionEnd={() => onComposing(false)}
      onKeyDown={(event) => {
        if (menu?.onKeyDown(event.nativeEvent) || sendKey(event.nativeEvent, onSend)) return;
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
      className={`${editorStyle} field-sizing-content resize-none bg-transparent`}
    />
  );
}
