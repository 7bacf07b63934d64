'use client';
import { cx } from 'class-variance-authority';
import { CircleAlert, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { RecipientsDto } from '@/lib/schemas/recipients';
import { CcInput } from './cc-input';

interface CcFieldProps {
  ticketId: string;
  copies: RecipientsDto['cc'];
  onCc: (cc: string[]) => void;
  onClose: () => void;
}

/** As much of an address as can be told without asking: the server checks it whole. */
const ADDRESS = /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/;
const MOST = 20;

/** Who gets a copy, as chips. Enter, a comma or leaving takes what was typed or pasted; Backspace the last chip. */
export function CcField({ ticketId, copies, onCc, onClose }: CcFieldProps) {
  const t = useTranslations('composer.to');
  const id = useId();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const now = copies.map(({ address }) => address);

  const take = () => {
    const found = typed.split(/[\s,;]+/).map((one) => one.replace(/^<|>$/g, '').toLowerCase());
    const good = found.filter((one) => ADDRESS.test(one));
    const bad = found.filter((one) => one !== '' && !ADDRESS.test(one));
    const next = [...new Set([...now, ...good])];
    if (next.length > MOST) return setWrong(t('tooMany', { most: MOST }));
    setWrong(bad.length > 0 ? t('wrong', { address: bad[0]! }) : null);
    setTyped(bad.join(' '));
    if (good.length > 0) onCc(next);
  };
  const write = (text: string) => {
    setTyped(text);
    setWrong(null);
  };
  const pick = (address: string) => {
    if (now.length >= MOST) return setWrong(t('tooMany', { most: MOST }));
    write('');
    onCc([...now, address]);
  };

  return (
    <div className="pt-1 pb-1.5">
      <div className="flex flex-wrap items-center gap-1.5 rounded-control border border-line-strong bg-surface px-1.5 py-1 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-focus">
        {copies.map(({ address, name, is_new }) => (
          <span
            key={address}
            title={address}
            className={cx(
              'chip-edge inline-flex h-6 max-w-full items-center gap-1 rounded-full ps-2 pe-0.5 text-small text-ink coarse:h-control',
              is_new ? 'border border-warn' : 'bg-sunken',
            )}
          >
            <bdi className="truncate">{name ?? address}</bdi>
            {is_new ? <span className="shrink-0 text-micro text-warn">{t('new')}</span> : null}
            <button
              type="button"
              aria-label={t('remove', { address })}
              onClick={() => onCc(now.filter((one) => one !== address))}
              className="inline-flex size-6 shrink-0 items-center justify-center rounded-full text-ink-3 hover:text-ink coarse:size-9"
            >
              <X aria-hidden className="size-3.5" />
            </button>
          </span>
        ))}
        <CcInput
          ticketId={ticketId}
          typed={typed}
          onTyped={write}
          chosen={now}
          isWhole={ADDRESS.test(typed.trim())}
          problemId={wrong ? `${id}-wrong` : undefined}
          onTake={take}
          onPick={pick}
          onRemoveLast={() => onCc(now.slice(0, -1))}
          onClose={onClose}
        />
      </div>
      {wrong ? (
        <p id={`${id}-wrong`} role="alert" className="mt-1 flex items-center gap-1.5 text-small text-danger">
          <CircleAlert aria-hidden className="size-3.5 shrink-0" />
          {wrong}
        </p>
      ) : null}
    </div>
  );
}
