import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/require-actor';
import { BesideDesk } from '@/components/desk/beside-desk';
import { CustomerList } from '@/components/desk/customer-list';
import { getMe } from '@/lib/queries/get-me';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('customers');
  return { title: t('title') };
}

export default async function CustomersPage() {
  const actor = await requireActor('/customers', ['agent', 'admin']);
  return (
    <BesideDesk initialMe={await getMe(actor)}>
      <CustomerList />
    </BesideDesk>
  );
}
