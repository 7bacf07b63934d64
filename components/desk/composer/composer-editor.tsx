'use client';
import { useEffect, useRef, useState } from 'react';
import type { EditorProps } from './editor-handle';
import { PlainEditor } from './plain-editor';
import type { RichEditor } from './rich-editor';

type Rich = typeof RichEditor;
let loaded: Rich | null = null;

/** Typing has paused for so long: nothing is taken from under the fingers. */
const PAUSE_MS = 400;

interface ComposerEditorProps extends EditorProps {
  /** The formatting buttons' place, once the editor is there. */
  toolbar: HTMLElement | null;
}

/**
 * The text of a message. A plain field until the editor's code is there (it is loaded after the ticket), then the
 * editor, with the same text, focus and caret.
 */
export function ComposerEditor({ toolbar, ...props }: ComposerEditorProps) {
  const [Rich, setRich] = useState<Rich | null>(() => loaded);
  const [ready, setReady] = useState<Rich | null>(null);
  const start = useRef<number | null>(null);
  const isComposing = useRef(false);

  useEffect(() => {
    if (Rich) return;
    let isGone = false;
    import('./rich-editor').then(
      (module) => {
        loaded = module.RichEditor;
        if (!isGone) setReady(() => module.RichEditor);
      },
      // not reached: the plain field goes on being one
      () => {},
    );
    return () => {
      isGone = true;
    };
  }, [Rich]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each key starts the wait anew
  useEffect(() => {
    if (!ready || Rich) return;
    const field = document.getElementById(props.id) as HTMLTextAreaElement | null;
    const isFocused = document.activeElement === field;
    const timer = setTimeout(
      () => {
        if (isComposing.current) return;
        start.current = field && document.activeElement === field ? field.selectionEnd : null;
        setRich(() => ready);
      },
      isFocused ? PAUSE_MS : 0,
    );
    return () => clearTimeout(timer);
  }, [ready, Rich, props.text]);

  if (Rich) return <Rich {...props} start={start.current} toolbar={toolbar} />;
  return <PlainEditor {...props} onComposing={(now) => (isComposing.current = now)} />;
}
