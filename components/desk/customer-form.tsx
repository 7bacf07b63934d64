'use client';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ApiError } from '@/components/data/api-error';
import { useEditCustomer } from '@/components/data/use-customers';
import { useOrganisationChoice } from '@/components/data/use-organisations';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { LabelledSwitch } from '@/components/ui/labelled-switch';
import { PickChips } from '@/components/ui/pick-chips';
import { toast } from '@/components/ui/toast';
import type { CustomerDto } from '@/lib/schemas/customer';

/** A line of a list being edited. The key holds still while lines come and go. */
interface Line {
  key: number;
  label: string;
  text: string;
}
let lastKey = 0;
const line = (label = '', text = ''): Line => ({ key: ++lastKey, label, text });
const isFilled = ({ label, text }: Line) => label.trim() !== '' || text.trim() !== '';

/** Name, numbers, facts and links in one form. Lines that are left empty are not kept. */
export function CustomerForm({ customer, onDone }: { customer: CustomerDto; onDone: () => void }) {
  const t = useTranslations('customers');
  const c = useTranslations('common');
  const { problem, field } = useProblemText();
  const edit = useEditCustomer(customer.id);
  const [name, setName] = useState(customer.name);
  const [phone, setPhone] = useState(customer.phone ?? '');
  const [externalId, setExternalId] = useState(customer.external_id ?? '');
  const [organisation, setOrganisation] = useState(customer.organisation?.id ?? null);
  const [isVip, setVip] = useState(customer.is_vip);
  const [isBlocked, setBlocked] = useState(customer.is_blocked);
  const choice = useOrganisationChoice(organisation ? [organisation] : []);
  const [facts, setFacts] = useState(() =>
    customer.facts.filter(({ source }) => !source).map(({ label, value }) => line(label, value)),
  );
  const [links, setLinks] = useState(() => customer.links.map(({ label, url }) => line(label, url)));
  const errorAt = (path: string) => {
    const rule = edit.error instanceof ApiError ? edit.error.fields[path]?.[0] : undefined;
    return rule === 'url' ? t('urlRule') : field(edit.error, path);
  };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const [keptFacts, keptLinks] = [facts.filter(isFilled), links.filter(isFilled)];
    setFacts(keptFacts);
    setLinks(keptLinks);
    edit.mutate(
      {
        name,
        phone: phone.trim() || null,
        external_id: externalId.trim() || null,
        organisation,
        is_vip: isVip,
        is_blocked: isBlocked,
        facts: keptFacts.map(({ label, text }) => ({ label: label.trim(), value: text.trim() })),
        links: keptLinks.map(({ label, text }) => ({ label: label.trim(), url: text.trim() })),
      },
      {
        onSuccess: () => {
          toast.success(t('saved'));
          onDone();
        },
        onError: () =>
          requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()),
      },
    );
  };

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-6 border-b py-6">
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label={t('name')} error={errorAt('name')}>
          <Input value={name} maxLength={120} autoFocus onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label={t('phone')} error={errorAt('phone')}>
          <Input type="tel" value={phone} maxLength={40} onChange={(event) => setPhone(event.target.value)} />
        </Field>
        <Field label={t('externalId')} error={errorAt('external_id')}>
          <Input value={externalId} maxLength={120} onChange={(event) => setExternalId(event.target.value)} />
        </Field>
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        <fieldset>
          <legend className="pb-1.5 text-ui font-[550]">{t('organisation.one')}</legend>
          <PickChips
            items={choice.items}
            value={organisation ? [organisation] : []}
            onChange={(ids) => setOrganisation(ids.at(-1) ?? null)}
            onSearch={choice.search}
            addLabel={organisation ? t('organisation.change') : t('organisation.choose')}
            removeLabel={(name) => t('remove', { name })}
            filterLabel={t('organisation.search')}
            emptyText={t('organisation.none')}
          />
        </fieldset>
        <LabelledSwitch label={c('vip')} hint={t('vipHint')} checked={isVip} onCheckedChange={setVip} />
        <LabelledSwitch
          label={t('blocked')}
          hint={t('blockedHint')}
          checked={isBlocked}
          onCheckedChange={setBlocked}
        />
      </div>
      <Lines
        kind="fact"
        lines={facts}
        onChange={setFacts}
        errorAt={(n, part) => errorAt(`facts.${n}.${part === 'text' ? 'value' : part}`)}
      />
      <Lines
        kind="link"
        lines={links}
        onChange={setLinks}
        errorAt={(n, part) => errorAt(`links.${n}.${part === 'text' ? 'url' : part}`)}
      />
      {edit.error ? (
        <p role="alert" className="text-small text-danger">
          {problem(edit.error)}
        </p>
      ) : null}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" pending={edit.isPending}>
          {t('save')}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

interface LinesProps {
  kind: 'fact' | 'link';
  lines: readonly Line[];
  onChange: (lines: Line[]) => void;
  errorAt: (index: number, part: 'label' | 'text') => string | undefined;
}

/** Label and value, a line each, with a way to add one and to take one out. */
function Lines({ kind, lines, onChange, errorAt }: LinesProps) {
  const t = useTranslations('customers');
  const change = (key: number, part: Partial<Line>) =>
    onChange(lines.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const text = kind === 'fact' ? t('value') : t('url');
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-2 text-heading">{kind === 'fact' ? t('facts') : t('links')}</legend>
      {lines.map((one, index) => {
        const name = kind === 'fact' ? t('factN', { n: index + 1 }) : t('linkN', { n: index + 1 });
        const error = errorAt(index, 'label') ?? errorAt(index, 'text');
        return (
          <div key={one.key}>
            <div className="flex items-center gap-2">
              <Input
                value={one.label}
                maxLength={60}
                aria-label={`${name}: ${t('label')}`}
                placeholder={t('label')}
                aria-invalid={Boolean(errorAt(index, 'label'))}
                onChange={(event) => change(one.key, { label: event.target.value })}
                className="max-w-44"
              />
              <Input
                type={kind === 'link' ? 'url' : 'text'}
                value={one.text}
                maxLength={500}
                aria-label={`${name}: ${text}`}
                placeholder={kind === 'link' ? 'https://…' : text}
                aria-invalid={Boolean(errorAt(index, 'text'))}
                onChange={(event) => change(one.key, { text: event.target.value })}
              />
              <IconButton
                label={t('remove', { name })}
                icon={<X aria-hidden className="size-4" />}
                onClick={() => onChange(lines.filter(({ key }) => key !== one.key))}
              />
            </div>
            {error ? <p className="pt-1 text-small text-danger">{error}</p> : null}
          </div>
        );
      })}
      <div>
        <Button
          variant="quiet"
          size="small"
          icon={<Plus aria-hidden className="size-3.5" />}
          disabled={lines.length >= 30}
          onClick={() => onChange([...lines, line()])}
        >
          {kind === 'fact' ? t('addFact') : t('addLink')}
        </Button>
      </div>
    </fieldset>
  );
}
