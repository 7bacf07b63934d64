'use client';
import { Field } from '@base-ui/react/field';
import type { ComponentProps } from 'react';
import { PlainTextarea } from './plain-textarea';

/** A box for text in a Field, which names it. A max-height class is where it stops growing. */
export function Textarea(props: ComponentProps<'textarea'>) {
  return <Field.Control render={<PlainTextarea {...props} />} />;
}
