'use client';
import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, type RefObject, useId } from 'react';
import { AttachButton } from '@/components/attachments/attach-button';
import { AttachmentChips } from '@/components/attachments/attachment-chips';
import { DropZone } from '@/components/attachments/drop-zone';
import type { Uploads } from '@/components/attachments/use-uploads';
import { Button } from '@/components/ui/button';
import type { ReplyMenu } from './composer/use-reply-menu';
import { MentionMenu, mentionOptionId } from './mention-menu';
import { SendButton, type SendWay } from './send-button';
import type { Mode } from './use-draft';
import type { MentionMenuState } from './use-mention-menu';

interface ComposerTextProps {
  mode: Mode;
  customer: string;
  text: string;
  hint: string | null;
  /** Stands beside the button while there is no hint. */
  mark: ReactNode;
  ways: readonly SendWay[];
  way: SendWay;
  input: RefObject<HTMLTextAreaElement | null>;
  menu: Pick<ReplyMenu, 'onKeyDown' | 'inputProps'>;
  uploads: Uploads;
  onWrite: (text: string) => void;
  /** The caret stands elsewhere, or the text was left. */
  onCaret: (caret: number | null) => void;
  onSend: (way: SendWay) => void;
  /** Notes: colleagues to name. */
  mentions?: MentionMenuState;
}

/** The box and the button of one mode. Three lines at rest, half of the window at most. */
export function ComposerText({
  mode,
  customer,
  text,
  hint,
  mark,
  ways,
  way,
  input,
  menu,
  uploads,
  onWrite,
  onCaret,
  onSend,
  mentions,
}: ComposerTextProps) {
  const t = useTranslations('desk.composer');
  const id = useId();
  const note = mode === 'note';
  return (
    <DropZone onFiles={uploads.add} className="flex flex-col px-3 pt-1 pb-3">
      {mentions ? <MentionMenu menu={mentions} /> : null}
      <textarea
        ref={input}
        dir="auto"
        rows={3}
        value={text}
        maxLength={50_000}
        aria-label={note ? t('noteLabel') : t('replyLabel', { customer })}
        aria-describedby={hint ? `${id}-hint` : undefined}
        aria-invalid={hint ? true : undefined}
        placeholder={note ? t('notePlaceholder') : t('replyPlaceholder', { customer })}
        aria-autocomplete={mentions ? 'list' : undefined}
        aria-controls={mentions?.open ? mentions.id : undefined}
        aria-activedescendant={mentions?.open ? mentionOptionId(mentions, mentions.index) : undefined}
        {...menu.inputProps}
        onChange={(event) => {
          onWrite(event.target.value);
          onCaret(event.target.selectionStart);
          mentions?.look(event.target);
        }}
        onSelect={(event) => {
          onCaret(event.currentTarget.selectionStart);
          mentions?.look(event.currentTarget);
        }}
        onBlur={() => {
          onCaret(null);
          mentions?.close();
        }}
        onKeyDown={(event) => {
          if (menu.onKeyDown(event.nativeEvent) || mentions?.onKeyDown(event)) return;
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) {
            event.preventDefault();
            onSend(way);
          }
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
        className="field-sizing-content max-h-[40dvh] min-h-18 w-full resize-none bg-transparent px-2.5 py-2 text-body text-ink outline-none placeholder:text-ink-3 coarse:text-lead"
        style={note ? { ['--text-3' as string]: 'var(--note-text)' } : undefined}
      />
      <AttachmentChips uploads={uploads} className="px-2.5 pb-2" />
      <div className="flex items-center justify-between gap-3">
        <AttachButton onFiles={uploads.add} />
        <p
          id={`${id}-hint`}
          role="alert"
          className="flex min-w-0 items-center gap-1.5 px-2.5 text-small text-danger empty:px-0"
        >
          {hint ? (
            <>
              <CircleAlert aria-hidden className="size-3.5 shrink-0" />
              {hint}
            </>
          ) : null}
        </p>
        {hint ? null : <span className="-ms-3 me-auto">{mark}</span>}
        {note ? (
          <Button variant="note" onClick={() => onSend('send')}>
            {t('addNote')}
          </Button>
        ) : (
          <SendButton ways={ways} way={way} pending={false} onSend={onSend} />
        )}
      </div>
    </DropZone>
  );
}
