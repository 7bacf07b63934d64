'use client';
import { Toolbar } from '@base-ui/react/toolbar';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Link } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { PopoverPart } from '@/components/ui/popover-part';
import { safeHref } from '@/lib/rules/safe-href';

/** The address behind the chosen words; without any chosen, the address itself is written. */
export function EditorLink({ editor }: { editor: Editor }) {
  const t = useTranslations('composer.format');
  const [open, setOpen] = useState(false);
  const [wrong, setWrong] = useState(false);
  const href = useEditorState({
    editor,
    selector: ({ editor: now }) => (now.getAttributes('link').href as string | undefined) ?? null,
  });

  const done = () => {
    setOpen(false);
    setWrong(false);
  };
  const set = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // the form of a portal would also submit what it is drawn in
    event.stopPropagation();
    const typed = String(new FormData(event.currentTarget).get('href')).trim();
    const address = safeHref(typed) ?? safeHref(`https://${typed}`);
    if (typed === '' || !address) return setWrong(true);
    const chain = editor.chain().focus();
    if (editor.state.selection.empty && href === null)
      chain.insertContent({ type: 'text', text: typed, marks: [{ type: 'link', attrs: { href: address } }] });
    else chain.extendMarkRange('link').setLink({ href: address });
    chain.run();
    done();
  };

  return (
    <PopoverPart
      title={t('link')}
      open={open}
      onOpenChange={(next) => (next ? setOpen(true) : done())}
      trigger={
        <Toolbar.Button
          aria-pressed={href !== null}
          render={
            <IconButton
              label={t('link')}
              icon={<Link aria-hidden className="size-4" />}
              className="size-7! coarse:size-control!"
            />
          }
        />
      }
    >
      <form onSubmit={set} noValidate className="flex flex-col gap-3">
        <Field label={t('address')} error={wrong ? t('addressWrong') : undefined}>
          <Input name="href" inputMode="url" defaultValue={href ?? ''} dir="ltr" autoComplete="off" />
        </Field>
        <div className="flex gap-2">
          <Button type="submit" variant="primary" size="small">
            {t('setLink')}
          </Button>
          {href !== null ? (
            <Button
              size="small"
              variant="quiet"
              onClick={() => {
                editor.chain().focus().extendMarkRange('link').unsetLink().run();
                done();
              }}
            >
              {t('removeLink')}
            </Button>
          ) : null}
        </div>
      </form>
    </PopoverPart>
  );
}
