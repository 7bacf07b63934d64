import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { TicketClocks } from '@/components/reports/ticket-clocks';
import { requireActor } from '../../../../require-actor';

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('reports');
  return { title: t('clocks.title', { number: (await params).number }) };
}

export default async function TicketClocksPage({ params }: Props) {
  const { number } = await params;
  await requireActor(`/admin/reports/${number}`, ['admin']);
  if (!/^[1-9][0-9]{0,14}$/.test(number)) notFound();
  return <TicketClocks number={Number(number)} />;
}
