import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { messagesFor } from '@/app/messages-for';
import { RatingByLink } from '@/components/portal/rating-by-link';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('portal.rating');
  return { title: t('title'), referrer: 'no-referrer' };
}

export default async function RatePage() {
  return (
    <NextIntlClientProvider messages={await messagesFor('common', 'auth', 'portal')}>
      <RatingByLink />
    </NextIntlClientProvider>
  );
}
