import { cva } from 'class-variance-authority';

/** Also for links that look like buttons: `<Link className={buttonStyle({ variant: 'primary' })}>`. */
export const buttonStyle = cva(
  'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-control font-[550] transition-[background-color,border-color,color,opacity] disabled:opacity-60 data-disabled:opacity-60',
  {
    variants: {
      variant: {
        primary: 'bg-accent text-on-accent hover:bg-accent-hover',
        secondary: 'border border-line-strong bg-surface text-ink hover:bg-hover',
        quiet: 'text-ink-2 hover:bg-hover hover:text-ink data-popup-open:bg-hover data-popup-open:text-ink',
        danger: 'bg-danger text-danger-bg hover:opacity-90',
        note: 'border border-note-ink bg-note text-note-ink hover:opacity-85',
      },
      size: {
        small: 'h-7 px-2 text-small coarse:h-control',
        medium: 'h-control px-3 text-ui',
        large: 'h-10 px-4 text-ui coarse:h-control',
      },
      full: { true: 'w-full', false: '' },
    },
    defaultVariants: { variant: 'secondary', size: 'medium', full: false },
  },
);
