import { cx } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { controlStyle } from './control-style';

/** The platform's own box for text, in our looks. Grows with its text; `rows` is its height at rest. */
export function PlainTextarea({ className, rows = 3, ...props }: ComponentProps<'textarea'>) {
  return (
    <textarea
      // an empty one is recognised by it, and begins where the page's lines do
      placeholder={props.dir === 'auto' ? ' ' : undefined}
      {...props}
      rows={rows}
      // `field-sizing: content` forgets the rows.
      style={{ minHeight: `${rows * 1.5 + 0.75}rem` }}
      className={cx(controlStyle, 'field-sizing-content resize-y px-2.5 py-1.5 leading-6', className)}
    />
  );
}
