'use client';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { EditorProps } from './editor-handle';
import { PlainEditor } from './plain-editor';
import type { RichEditor } from './rich-editor';

type Rich = typeof RichEditor;
let loaded: Rich | null = null;

/** Typing has paused for so long: nothing is taken from under the fingers. */
const PAUSE_MS = 400;
/** Nobody waits longer for the editor, however busy the page is. */
const IDLE_MS = 300;

interface ComposerEditorProps extends EditorProps {
  /** The formatting buttons' place, once the editor is there. */
  toolbar: HTMLElement | null;
}

/**
 * The text of a message. A plain field first, so that a ticket is there before its editor is (making one takes longer
 * than drawing a ticket), then the editor, with the same text, focus and caret. A text that was begun stands in the
 * editor at once, if that is loaded: it would change its looks under the reader's eyes.
 */
export function ComposerEditor({ toolbar, ...props }: ComposerEditorProps) {
  const [Rich, setRich] = useState<Rich | null>(() => (props.text ? loaded : null));
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
    let pause: ReturnType<typeof setTimeout>;
    const change = () => {
      if (isComposing.current) return;
      start.current = field && document.activeElement === field ? field.selectionEnd : null;
      // at once: who goes into the field before the editor is drawn would lose his place
      flushSync(() => setRich(() => ready));
    };
    const stop = whenIdle(() => {
      // somebody is in the field, and may be about to type
      if (document.activeElement === field) pause = setTimeout(change, PAUSE_MS);
      else change();
    });
    return () => {
      stop();
      clearTimeout(pause);
    };
  }, [ready, Rich, props.text]);

  if (Rich) return <Rich {...props} start={start.current} toolbar={toolbar} />;
  return <PlainEditor {...props} onComposing={(now) => (isComposing.current = now)} />;
}

/** Returns what takes it back. One browser family has no idle time to give. */
function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(work, IDLE_MS);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(work, { timeout: IDLE_MS });
  return () => cancelIdleCallback(request);
}
