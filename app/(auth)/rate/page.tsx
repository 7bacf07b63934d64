import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RatingByLink } from '@/components/portal/rating-by-link';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('portal.rating');
  return { title: t('title'), referrer: 'no-referrer' };
}

export default function RatePage() {
  return <RatingByLink />;
}
