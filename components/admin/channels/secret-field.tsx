import { useTranslations } from 'next-intl';
import { TextField, type TextFieldProps } from '../text-field';

interface SecretFieldProps extends TextFieldProps {
  /** There is one already, which stays while this is empty. */
  isKept: boolean;
}

/** A password or key of a provider's: told to us, never told again. */
export function SecretField({ isKept, ...field }: SecretFieldProps) {
  const t = useTranslations('channels.shared');
  return (
    <TextField
      type="password"
      autoComplete="new-password"
      hint={t(isKept ? 'secretKept' : 'secretNew')}
      {...field}
    />
  );
}
