'use client';
import { Phone, PhoneOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { QueryError } from '@/components/data/query-error';
import { useLabAct, useLabDial, useLabTelephone } from '@/components/data/use-lab-telephone';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import type { LabCallDto } from '@/lib/schemas/lab-telephone';
import { PanelSkeleton } from './panel-skeleton';
import { PersonPicker } from './person-picker';
import { TelephoneWords } from './telephone-words';

/** A customer's telephone: it dials the house, is rung up by it, presses digits, speaks after the tone. */
export function TelephonePanel() {
  const t = useTranslations('lab.telephone');
  const telephone = useLabTelephone();
  const dial = useLabDial();
  const act = useLabAct();
  const [number, setNumber] = useState<string | null>(null);
  if (telephone.isError && !telephone.data) return <QueryError title={t('failed')} query={telephone} />;
  if (!telephone.data) return <PanelSkeleton />;

  const { callers, calls } = telephone.data;
  const caller = callers.find((one) => one.number === number) ?? callers[0]!;
  const call = calls.find((one) => (one.direction === 'inbound' ? one.from : one.to) === caller.number);
  const isLive = call !== undefined && !OVER.has(call.status);
  const rings = isLive && call.status === 'ringing';
  return (
    <>
      <div className="flex items-center gap-2 border-b border-line px-4 py-2">
        <PersonPicker
          label={t('who')}
          people={callers.map(({ number: id, name, language }) => ({ id, name, language }))}
          chosen={caller.number}
          onChoose={setNumber}
        />
        {isLive ? (
          <Button
            variant="danger"
            icon={<PhoneOff aria-hidden className="size-4" />}
            onClick={() => act.mutate({ sid: call.sid, act: 'hang_up' })}
          >
            {t('hangUp')}
          </Button>
        ) : (
          <Button
            variant="primary"
            icon={<Phone aria-hidden className="size-4" />}
            pending={dial.isPending}
            onClick={() => dial.mutate(caller.number)}
          >
            {t('dial')}
          </Button>
        )}
      </div>
      <div className="flex min-h-9 flex-wrap items-center gap-2 px-4 py-2 text-small text-ink-2">
        <bdi dir="ltr" className="tabular font-mono">
          {caller.number}
        </bdi>
        <span role="status" className="font-[550] text-ink">
          {call ? t(stateOf(call)) : null}
        </span>
        {rings ? (
          <Button size="small" variant="primary" onClick={() => act.mutate({ sid: call.sid, act: 'answer' })}>
            {t('answer')}
          </Button>
        ) : null}
      </div>
      {call ? (
        <TelephoneWords words={call.heard} />
      ) : (
        <p className="px-4 pb-4 text-ui text-ink-3">{t('idle')}</p>
      )}
      {isLive && call.waits_in === 'gather' ? (
        <Keys onPress={(digits) => act.mutate({ sid: call.sid, act: 'digits', digits })} />
      ) : null}
      {isLive && call.waits_in === 'record' ? (
        <Message onLeave={(text) => act.mutate({ sid: call.sid, act: 'say', text })} />
      ) : null}
    </>
  );
}

const OVER: ReadonlySet<string> = new Set(['completed', 'busy', 'failed', 'no-answer', 'canceled']);

function stateOf(call: LabCallDto): 'over' | 'rings' | 'connected' | 'records' | 'chooses' | 'waits' {
  if (OVER.has(call.status)) return 'over';
  if (call.status === 'ringing') return 'rings';
  if (call.is_connected) return 'connected';
  return call.waits_in === 'record' ? 'records' : call.waits_in === 'gather' ? 'chooses' : 'waits';
}

function Keys({ onPress }: { onPress: (digit: string) => void }) {
  const t = useTranslations('lab.telephone');
  return (
    <fieldset className="grid grid-cols-3 gap-2 border-t border-line p-4" dir="ltr">
      <legend className="sr-only">{t('keys')}</legend>
      {'123456789*0#'.split('').map((digit) => (
        <Button key={digit} aria-label={t('key', { digit })} onClick={() => onPress(digit)}>
          {digit}
        </Button>
      ))}
    </fieldset>
  );
}

function Message({ onLeave }: { onLeave: (text: string) => void }) {
  const t = useTranslations('lab.telephone');
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) onLeave(text.trim());
  };
  return (
    <form onSubmit={submit} className="flex items-center gap-2 border-t border-line p-4">
      <Input
        dir="auto"
        aria-label={t('message')}
        placeholder={t('message')}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" variant="primary">
        {t('say')}
      </Button>
    </form>
  );
}
