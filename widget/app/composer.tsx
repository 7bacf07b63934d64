/** @jsxImportSource preact */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { WidgetConfigDto } from '@/lib/schemas/widget';
import { AttachButton } from './attach-button';
import { t } from './boot';
import { FileList } from './file-list';
import { Icon } from './icon';
import { keep, kept } from './keep';
import { tellTyping } from './live';
import { send } from './outbox';
import { NEW } from './screen';
import { useFiles } from './use-files';

/** So long after the last key nobody writes any more. */
const PAUSE_MS = 5_000;

/** The line to write in. Enter sends where there is a keyboard; what is not sent yet is there after a reload. */
export function Composer({ id, website }: { id: string; website: WidgetConfigDto }) {
  const draft = `draft:${id}`;
  const [text, setText] = useState(() => kept<string>(draft) ?? '');
  const box = useRef<HTMLTextAreaElement>(null);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const files = useFiles(website.max_file_bytes);
  const isEmpty = text.trim() === '' && files.ready.length === 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: as high as the text is
  useLayoutEffect(() => {
    const { style } = box.current!;
    style.height = 'auto';
    style.height = `${box.current!.scrollHeight}px`;
  }, [text]);
  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches && document.hasFocus()) box.current?.focus();
    return () => clearTimeout(pause.current);
  }, []);

  const write = (value: string) => {
    setText(value);
    keep(draft, value || null);
    clearTimeout(pause.current);
    tellTyping(id, value !== '');
    pause.current = setTimeout(() => tellTyping(id, false), PAUSE_MS);
  };
  const submit = (event?: Event) => {
    event?.preventDefault();
    box.current?.focus();
    if (isEmpty || files.busy) return;
    send({ conversation: id === NEW ? null : id, body: text.trim(), attachments: files.ready });
    files.clear();
    write('');
  };
  return (
    <form
      class="composer"
      onSubmit={submit}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        files.add(event.dataTransfer?.files ?? []);
      }}
    >
      <FileList files={files} />
      <div class="composer-line">
        <AttachButton files={files} />
        <textarea
          ref={box}
          rows={1}
          maxLength={20_000}
          dir="auto"
          aria-label={t('message')}
          placeholder={t('messageHint')}
          value={text}
          onInput={(event) => write(event.currentTarget.value)}
          onPaste={files.paste}
          onKeyDown={(event) => {
            const sends = event.key === 'Enter' && !event.shiftKey && !event.isComposing;
            if (sends && matchMedia('(pointer: fine)').matches) submit(event);
          }}
        />
        <button
          type="submit"
          class={isEmpty ? 'send empty' : 'send'}
          aria-label={t('send')}
          aria-disabled={isEmpty || files.busy}
        >
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}
