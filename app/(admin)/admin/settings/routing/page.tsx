import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/admin/page-head';
import { RoutingSettings } from '@/components/admin/routing-settings';
import { tryHref } from '@/components/admin/what-if/try-href';
import { buttonStyle } from '@/components/ui/button-style';
import { getSettings } from '@/lib/queries/get-settings';
import { getRoutingSetup } from '@/lib/queries/routing-setup';
import { requireActor } from '../../../../require-actor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('routing');
  return { title: t('title') };
}

export default async function RoutingSettingsPage() {
  await requireActor('/admin/settings/routing', ['admin']);
  const t = await getTranslations('routing');
  const [settings, { order }] = await Promise.all([getSettings(), getRoutingSetup()]);
  return (
    <div className="max-w-180">
      <PageHead
        title={t('title')}
        detail={t('detail')}
        action={
          <Link href={tryHref({})} className={buttonStyle()}>
            {t('tryFirst')}
          </Link>
        }
      />
      <div className="mt-8">
        <RoutingSettings initial={settings} order={order} />
      </div>
    </div>
  );
}
