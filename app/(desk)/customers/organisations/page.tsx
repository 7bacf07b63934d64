import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/require-actor';
import { BesideDesk } from '@/components/desk/beside-desk';
import { OrganisationList } from '@/components/desk/organisation-list';
import { getMe } from '@/lib/queries/get-me';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('customers.organisation');
  return { title: t('title') };
}

export default async function OrganisationsPage() {
  const actor = await requireActor('/customers/organisations', ['agent', 'admin']);
  return (
    <BesideDesk initialMe={await getMe(actor)}>
      <OrganisationList />
    </BesideDesk>
  );
}
