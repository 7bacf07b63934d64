'use client';
import { Input as BaseInput } from '@base-ui/react/input';
import { cx } from 'class-variance-authority';
import { controlStyle } from './control-style';

export interface InputProps extends Omit<BaseInput.Props, 'className'> {
  className?: string;
}

export function Input({ className, ...props }: InputProps) {
  return <BaseInput {...props} className={cx(controlStyle, 'h-control px-2.5', className)} />;
}
