'use client';
import { useFormatter, useTranslations } from 'next-intl';
import { useEditImport, useImportStep } from '@/components/data/use-imports';
import { NativeSelect } from '@/components/portal/native-select';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormAlert } from '@/components/ui/form-alert';
import { Select } from '@/components/ui/select';
import { missingFields } from '@/lib/rules/guess-mapping';
import {
  DATE_ORDERS,
  ENCODINGS,
  IMPORT_FIELDS,
  type ImportDto,
  type ImportField,
  type ImportOptions,
  SEPARATORS,
} from '@/lib/schemas/import';
import { PreviewTable } from './preview-table';
import { useImportProblem } from './use-import-problem';

const NONE = 'none';
const NEEDED: readonly ImportField[] = ['customer', 'email', 'time', 'body'];

/** How the file is read, with its first rows as they would come in; every choice is shown at once. */
export function MapStep({ data }: { data: ImportDto }) {
  const t = useTranslations('data.map');
  const format = useFormatter();
  const problem = useImportProblem();
  const edit = useEditImport(data.id);
  const step = useImportStep(data.id);
  const { options, columns } = data;
  if (!options) return null;
  const missing = missingFields(options.mapping);
  const error = edit.error ?? step.error;
  return (
    <div className="flex flex-col gap-8">
      {error ? (
        <FormAlert>{problem(error)}</FormAlert>
      ) : data.state === 'failed' ? (
        <FormAlert>{t('failed')}</FormAlert>
      ) : null}
      <FileFacts options={options} onChange={(change) => edit.mutate(change)} />
      <fieldset className="flex flex-col gap-3">
        <legend className="text-heading">{t('columns')}</legend>
        <p className="max-w-[64ch] text-ui text-ink-2">{t('columnsHint')}</p>
        <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
          {IMPORT_FIELDS.map((field) => (
            <Field
              key={field}
              label={t(`field.${field}`)}
              mark={NEEDED.includes(field) ? undefined : t('optional')}
              hint={t.has(`hint.${field}`) ? t(`hint.${field as 'thread_id'}`) : undefined}
            >
              <Select
                value={String(options.mapping[field] ?? NONE)}
                onValueChange={(value) =>
                  edit.mutate({ mapping: { [field]: value === NONE ? null : Number(value) } })
                }
                items={[
                  { value: NONE, label: t('none') },
                  ...columns.map((name, at) => ({
                    value: String(at),
                    label: options.has_header ? name : t('column', { number: at + 1 }),
                  })),
                ]}
              />
            </Field>
          ))}
        </div>
      </fieldset>
      <div className="flex flex-col gap-3">
        <h3 className="text-heading">{t('preview')}</h3>
        <PreviewTable data={data} options={options} />
      </div>
      <div className="flex flex-wrap items-center gap-3 border-t pt-4">
        <Button
          variant="primary"
          disabled={missing.length > 0}
          pending={step.isPending}
          onClick={() => step.mutate('check')}
        >
          {t('check')}
        </Button>
        <p className="text-small text-ink-3">
          {missing.length > 0
            ? t('missing', {
                fields: format.list(
                  missing.map((field) => t(`field.${field}`)),
                  { type: 'unit' },
                ),
              })
            : t('checkHint')}
        </p>
      </div>
    </div>
  );
}

interface FileFactsProps {
  options: ImportOptions;
  onChange: (change: Partial<Omit<ImportOptions, 'mapping'>>) => void;
}

/** What was seen in the file, and what it cannot say itself: the zone of its times. */
function FileFacts({ options, onChange }: FileFactsProps) {
  const t = useTranslations('data.map');
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-3 text-heading">{t('file')}</legend>
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
        <Field label={t('separator')}>
          <Select
            value={options.separator}
            onValueChange={(separator) => onChange({ separator })}
            items={SEPARATORS.map((value) => ({ value, label: t(`separators.${NAMES[value]}`) }))}
          />
        </Field>
        <Field label={t('encoding')}>
          <Select
            value={options.encoding}
            onValueChange={(encoding) => onChange({ encoding })}
            items={ENCODINGS.map((value) => ({ value, label: ENCODING_NAMES[value] }))}
          />
        </Field>
        <Field label={t('header')}>
          <Select
            value={options.has_header ? 'yes' : 'no'}
            onValueChange={(value) => onChange({ has_header: value === 'yes' })}
            items={[
              { value: 'yes', label: t('headerYes') },
              { value: 'no', label: t('headerNo') },
            ]}
          />
        </Field>
        <Field label={t('order')}>
          <Select
            value={options.date_order}
            onValueChange={(date_order) => onChange({ date_order })}
            items={DATE_ORDERS.map((value) => ({ value, label: t(`orders.${value}`) }))}
          />
        </Field>
        <div className="flex flex-col gap-1.5">
          <label htmlFor="import-zone" className="text-ui font-[550] text-ink">
            {t('zone')}
          </label>
          <NativeSelect
            id="import-zone"
            value={options.time_zone}
            onChange={(event) => onChange({ time_zone: event.target.value })}
          >
            {zones.map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </NativeSelect>
          <p className="text-small text-ink-3">{t('zoneHint')}</p>
        </div>
      </div>
    </fieldset>
  );
}

const NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;
const ENCODING_NAMES = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
} as const;
