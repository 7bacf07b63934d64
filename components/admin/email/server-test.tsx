import { useTranslations } from 'next-intl';
import type { ServerTestDto } from '@/lib/schemas/mail-servers';
import { TryOut } from '../channels/try-out';

interface ServerTestProps {
  kind: 'imap' | 'smtp';
  test: { data: ServerTestDto | undefined; error: Error | null; isPending: boolean };
  onTest: () => void;
}

/** Tries a server with what stands in the form, and says in plain words what came of it. */
export function ServerTest({ kind, test, onTest }: ServerTestProps) {
  const t = useTranslations('channels.server');
  const words = ({ trouble, mails }: ServerTestDto) => {
    if (trouble) return t(`troubles.${trouble}`);
    return mails === null ? t('sends') : t('receives', { count: mails });
  };
  return (
    <TryOut
      label={t(`test.${kind}`)}
      test={test}
      onTest={onTest}
      result={test.data && { isOk: !test.data.trouble, text: words(test.data), said: test.data.said }}
    />
  );
}
