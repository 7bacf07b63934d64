import { cx } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { controlStyle } from '@/components/ui/control-style';

/** The platform's own select: nothing to load, and phones show their wheel. Give it an id and a label. */
export function NativeSelect({ className, ...props }: ComponentProps<'select'>) {
  return <select {...props} className={cx(controlStyle, 'h-control ps-2.5 pe-8', className)} />;
}
