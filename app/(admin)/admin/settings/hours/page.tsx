import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { HoursSettings } from '@/components/admin/hours-settings';
import { PageHead } from '@/components/admin/page-head';
import { getSettings } from '@/lib/queries/get-settings';
import { listHolidayCountries } from '@/lib/queries/list-holiday-countries';
import { requireActor } from '../../../../require-actor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('workspace.hours');
  return { title: t('title') };
}

export default async function HoursPage() {
  await requireActor('/admin/settings/hours', ['admin']);
  const t = await getTranslations('workspace.hours');
  const timeZones = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];
  return (
    <div className="max-w-180">
      <PageHead title={t('title')} detail={t('detail')} />
      <div className="mt-8">
        <HoursSettings
          initial={await getSettings()}
          timeZones={timeZones}
          countries={await listHolidayCountries(await getLocale())}
        />
      </div>
    </div>
  );
}
