'use client';
import { Input as BaseInput } from '@base-ui/react/input';
import { PlainInput } from './plain-input';

export interface InputProps extends Omit<BaseInput.Props, 'className'> {
  className?: string;
}

export function Input({ className, ...props }: InputProps) {
  return <BaseInput {...props} render={<PlainInput dir={props.dir} className={className} />} />;
}
