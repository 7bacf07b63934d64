'use client';
import { useTranslations } from 'next-intl';
import { usePhoneLines } from '@/components/data/use-voice-channel';
import { Dialog } from '@/components/ui/dialog';
import type { PhoneLineDto } from '@/lib/schemas/phone-line';
import { ChannelRow } from '../channels/channel-row';
import { RowsPage } from '../rows-page';
import { useEditDialog } from '../use-edit-dialog';
import { LineCalls } from './line-calls';
import { LineForm } from './line-form';

/** The numbers at which customers call the house, and the last calls. */
export function VoiceChannel() {
  const t = useTranslations('channels.voice');
  const lines = usePhoneLines();
  const dialog = useEditDialog<PhoneLineDto>();
  return (
    <div className="max-w-220">
      <RowsPage words={t} query={lines} onAdd={() => dialog.edit(null)}>
        {(line) => (
          <ChannelRow
            key={line.id}
            title={<bdi>{line.name}</bdi>}
            open={() => dialog.edit(line)}
            marks={<span className="text-small text-ink-2 uppercase">{line.languages.join(' ')}</span>}
            isActive={line.is_active}
          >
            <p className="tabular text-small text-ink-2">
              <bdi dir="ltr">{line.number}</bdi>
            </p>
          </ChannelRow>
        )}
      </RowsPage>
      {lines.data?.length ? <LineCalls /> : null}
      <Dialog {...dialog.props} wide={dialog.row !== null} title={dialog.row ? dialog.row.number : t('new')}>
        <LineForm key={dialog.row?.id ?? 'new'} line={dialog.row} onDone={dialog.close} />
      </Dialog>
    </div>
  );
}
