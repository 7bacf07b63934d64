import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/require-actor';
import { BesideDesk } from '@/components/desk/beside-desk';
import { OrganisationPage } from '@/components/desk/organisation-page';
import { getMe } from '@/lib/queries/get-me';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('customers.organisation');
  return { title: t('title') };
}

export default async function OneOrganisationPage({ params }: Props) {
  const { id } = await params;
  const actor = await requireActor(`/customers/organisations/${encodeURIComponent(id)}`, ['agent', 'admin']);
  return (
    <BesideDesk initialMe={await getMe(actor)}>
      <OrganisationPage id={id} />
    </BesideDesk>
  );
}
