import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { currentActor } from '@/app/current-actor';
import { DEMO_PEOPLE } from '@/app/demo-people';
import { messagesFor } from '@/app/messages-for';
import { LabView } from '@/components/lab/lab-view';
import { signInOptions } from '@/lib/auth/sign-in-options';
import { NotFound } from '@/lib/errors';
import { accessLab } from '@/lib/queries/access-lab';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('lab');
  return { title: t('title'), robots: { index: false } };
}

/** Where a newcomer plays the customers. Whether there is a lab is decided where its panels ask. */
export default async function LabPage() {
  const actor = await currentActor();
  try {
    accessLab(actor?.role ?? null);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
  const { demo } = signInOptions();
  return (
    <NextIntlClientProvider messages={await messagesFor('common', 'auth', 'mailbox', 'lab')}>
      <LabView
        desk={
          demo && {
            people: DEMO_PEOPLE.filter(({ role }) => role !== 'customer'),
            password: demo.password,
          }
        }
      />
    </NextIntlClientProvider>
  );
}
