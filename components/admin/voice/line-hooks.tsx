'use client';
import { useTranslations } from 'next-intl';
import { useTestPhoneLine } from '@/components/data/use-voice-channel';
import type { PhoneLineDto } from '@/lib/schemas/phone-line';
import { CopyList } from '../channels/copy-list';
import { ProviderPart } from '../channels/provider-part';
import { TryOut } from '../channels/try-out';

/** What is entered at the provider for a line, and whether he lets us in. */
export function LineHooks({ line }: { line: PhoneLineDto }) {
  const t = useTranslations('channels.voice');
  const test = useTestPhoneLine(line.id);
  return (
    <ProviderPart title={t('hooks')}>
      <CopyList
        lines={[
          { name: t('incoming'), text: line.incoming_url },
          { name: t('status'), text: line.status_url },
        ]}
      />
      <TryOut
        label={t('test')}
        test={test}
        onTest={() => test.mutate()}
        result={
          test.data && {
            isOk: test.data.ok,
            text: t(test.data.ok ? 'works' : 'refused'),
            said: test.data.detail,
          }
        }
      />
    </ProviderPart>
  );
}
