'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ApiError } from '@/components/data/api-error';
import { useSaveOrganisation } from '@/components/data/use-organisations';
import { useProblemText } from '@/components/data/use-problem-text';
import { Field } from '@/components/ui/field';
import { FormAlert } from '@/components/ui/form-alert';
import { FormFoot } from '@/components/ui/form-foot';
import { Input } from '@/components/ui/input';
import { LabelledSwitch } from '@/components/ui/labelled-switch';
import { WordChips } from '@/components/ui/word-chips';
import type { OrganisationDto } from '@/lib/schemas/organisation';

interface OrganisationFormProps {
  organisation?: OrganisationDto;
  onSaved: (organisation: OrganisationDto) => void;
  onCancel: () => void;
}

/** Name, domains and VIP of an organisation: a new one, or one that is there. */
export function OrganisationForm({ organisation, onSaved, onCancel }: OrganisationFormProps) {
  const t = useTranslations('customers.organisation');
  const c = useTranslations('common');
  const { problem, field } = useProblemText();
  const save = useSaveOrganisation(organisation?.id);
  const [name, setName] = useState(organisation?.name ?? '');
  const [domains, setDomains] = useState<readonly string[]>(organisation?.domains ?? []);
  const [isVip, setVip] = useState(organisation?.is_vip ?? false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ name, domains: [...domains], is_vip: isVip }, { onSuccess: onSaved });
  };
  const wrongName = field(save.error, 'name');
  const wrongDomain = domainProblem(save.error, domains);
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      <Field
        label={t('name')}
        error={
          save.error instanceof ApiError && save.error.fields.name?.[0] === 'taken' ? t('taken') : wrongName
        }
      >
        <Input value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
      </Field>
      <fieldset className="flex flex-col gap-1.5">
        <legend className="pb-1.5 text-ui font-[550]">{t('domains')}</legend>
        <WordChips
          value={domains}
          onChange={setDomains}
          label={t('domains')}
          placeholder={t('domainPlaceholder')}
          removeLabel={(domain) => t('removeDomain', { domain })}
          maxLength={253}
          most={50}
        />
        {wrongDomain ? (
          <p role="alert" className="text-small text-danger">
            {t(`wrongDomain.${wrongDomain.rule}`, { domain: wrongDomain.domain })}
          </p>
        ) : null}
        <p className="text-small text-ink-3">{t('domainsHint')}</p>
      </fieldset>
      <LabelledSwitch label={c('vip')} hint={t('vipHint')} checked={isVip} onCheckedChange={setVip} />
      {save.error && !wrongName && !wrongDomain ? <FormAlert>{problem(save.error)}</FormAlert> : null}
      <FormFoot submit={c('save')} pending={save.isPending} onCancel={onCancel} />
    </form>
  );
}

/** The first domain that was refused: another organisation's, or none at all. */
function domainProblem(error: unknown, domains: readonly string[]) {
  if (!(error instanceof ApiError)) return null;
  for (const [n, domain] of domains.entries()) {
    const rule = error.fields[`domains.${n}`]?.[0];
    if (rule) return { domain, rule: rule === 'taken' ? ('taken' as const) : ('invalid' as const) };
  }
  return null;
}
