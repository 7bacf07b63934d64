import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Desk } from '@/components/desk/desk';
import { NotFound } from '@/lib/errors';
import { getMe } from '@/lib/queries/get-me';
import { getViewRow } from '@/lib/queries/list-views';
import type { Actor } from '@/lib/rules/permissions';
import { viewsFor } from '@/lib/rules/views';
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
  const name = await nameOf(actor, view);
  if (name === null || rest.length > 0 || (number !== undefined && !/^[1-9][0-9]{0,14}$/.test(number)))
    notFound();
  return { actor, name, number };
}

const SAVED = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the list is called; null when the person has no such view. */
async function nameOf(actor: Actor, view: string): Promise<string | null> {
  const t = await getTranslations();
  if (view === 'search') return t('search.title');
  const desk = viewsFor(actor.role).find((one) => one.key === view);
  if (desk) return t(`desk.view.${desk.key}`);
  if (!SAVED.test(view)) return null;
  return getViewRow(actor, view).then(
    (row) => row.name,
    (error) => {
      if (error instanceof NotFound) return null;
      throw error;
    },
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name, number } = await placeOf(params);
  return { title: number === undefined ? name : `#${number} – ${name}` };
}

export default async function DeskPage({ params }: Props) {
  const { actor } = await placeOf(params);
  return <Desk initialMe={await getMe(actor)} />;
}
