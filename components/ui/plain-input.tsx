import { cx } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { controlStyle } from './control-style';

/** The platform's own line for text, in our looks. */
export function PlainInput({ className, ...props }: ComponentProps<'input'>) {
  return (
    <input
      // an empty one is recognised by it, and begins where the page's lines do
      placeholder={props.dir === 'auto' ? ' ' : undefined}
      {...props}
      className={cx(controlStyle, 'h-control px-2.5', className)}
    />
  );
}
