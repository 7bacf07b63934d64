import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Desk } from '@/components/desk/desk';
import { getMe } from '@/lib/queries/get-me';
import { type ViewKey, viewsFor } from '@/lib/rules/views';
import { requireActor } from '../../../require-actor';

interface Props {
  params: Promise<{ path?: string[] }>;
}

/** `/desk/<view>`, `/desk/search?q=…` and a ticket below each, `/desk/<view>/<number>`; from there on the desk changes its address by itself. */
async function placeOf(params: Props['params']) {
  const { path = [] } = await params;
  const [view = 'mine', number, ...rest] = path;
  const actor = await requireActor(`/desk/${path.join('/')}`, ['agent', 'admin']);
  if (path.length === 0) redirect('/desk/mine');
  const known = view === 'search' || viewsFor(actor.role).some((one) => one.key === view);
  if (!known || rest.length > 0 || (number !== undefined && !/^[1-9][0-9]{0,14}$/.test(number))) notFound();
  return { actor, view: view as ViewKey | 'search', number };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { view, number } = await placeOf(params);
  const t = await getTranslations();
  const name = view === 'search' ? t('search.title') : t(`desk.view.${view}`);
  return { title: number === undefined ? name : `#${number} – ${name}` };
}

export default async function DeskPage({ params }: Props) {
  const { actor } = await placeOf(params);
  return <Desk initialMe={await getMe(actor)} />;
}
