import { cx } from 'class-variance-authority';

/** First letters of the first and last word, by grapheme, so that no emoji or accent is cut in two. A number has none. */
export function initials(name: string): string {
  if (/^\+?[\d\s().-]+$/.test(name)) return '#';
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = [...(words[0] ?? '?')][0] ?? '?';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toUpperCase();
}

interface AvatarProps {
  name: string;
  size?: 20 | 24 | 32;
  /** Decorative beside the written name; alone it carries the name itself. */
  alone?: boolean;
  tone?: 'plain' | 'accent';
  className?: string;
}

const SIZES = { 20: 'size-5 text-[0.5625rem]', 24: 'size-6 text-[0.625rem]', 32: 'size-8 text-micro' };

export function Avatar({ name, size = 24, alone, tone = 'plain', className }: AvatarProps) {
  const style = cx(
    'inline-flex shrink-0 select-none items-center justify-center rounded-full border font-[620] leading-none',
    tone === 'accent' ? 'border-accent bg-selected text-accent' : 'border-line bg-sunken text-ink-2',
    SIZES[size],
    className,
  );
  const letters = initials(name);
  return alone ? (
    <span role="img" aria-label={name} title={name} className={style}>
      {letters}
    </span>
  ) : (
    <span aria-hidden="true" className={style}>
      {letters}
    </span>
  );
}
