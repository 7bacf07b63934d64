'use client';
import { Input as BaseInput } from '@base-ui/react/input';
import { cx } from 'class-variance-authority';
import { controlStyle } from './control-style';

export interface InputProps extends Omit<BaseInput.Props, 'className'> {
  className?: string;
}

export function Input({ className, ...props }: InputProps) {
  return (
    <BaseInput
      // an empty one is recognised by it, and begins where the page's lines do
      placeholder={props.dir === 'auto' ? ' ' : undefined}
      {...props}
      className={cx(controlStyle, 'h-control px-2.5', className)}
    />
  );
}
