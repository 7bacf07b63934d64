'use client';
import { useTranslations } from 'next-intl';
import { QueryError } from '@/components/data/query-error';
import { useEditNoticeWays, useNoticeWays } from '@/components/data/use-notices';
import { useProblemText } from '@/components/data/use-problem-text';
import { Skeleton } from '@/components/ui/skeleton';
import { Switch } from '@/components/ui/switch';
import { toast } from '@/components/ui/toast';
import { NOTICE_WAYS, type NoticeKind, type NoticeWay } from '@/lib/rules/notices';
import { DesktopPermission } from './desktop-permission';
import { PushDevice } from './push-device';

/** Those kinds of which one may be told, by way. Each switch is saved as it is turned; without the bell there is nothing to ring. */
export function NoticeWaysTable({ kinds }: { kinds: readonly NoticeKind[] }) {
  const t = useTranslations('notices');
  const { problem } = useProblemText();
  const query = useNoticeWays();
  const edit = useEditNoticeWays();
  if (query.isError) return <QueryError title={t('ways.failed')} query={query} />;
  const ways = query.data;
  if (!ways) return <Skeleton className="h-64" />;
  const set = (kind: NoticeKind, way: NoticeWay, on: boolean) =>
    edit.mutate({ [kind]: { [way]: on } }, { onError: (error) => toast.error(problem(error)) });
  return (
    <>
      <div>
        <table className="w-full table-fixed text-ui">
          <thead>
            <tr className="border-b text-small text-ink-2 max-sm:grid max-sm:grid-cols-5">
              <th scope="col" className="py-2 pe-4 text-start font-[550] max-sm:sr-only">
                {t('ways.what')}
              </th>
              {NOTICE_WAYS.map((way) => (
                <th
                  key={way}
                  scope="col"
                  className="w-15 py-2 text-center text-micro font-[550] max-sm:w-auto"
                >
                  {t(`way.${way}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kinds.map((kind) => (
              <tr key={kind} className="border-b max-sm:grid max-sm:grid-cols-5">
                <th
                  scope="row"
                  className="py-2.5 pe-3 text-start font-[450] text-pretty hyphens-auto max-sm:col-span-5 max-sm:pb-0"
                >
                  {t(`kind.${kind}`)}
                </th>
                {NOTICE_WAYS.map((way) => (
                  <td key={way} className="py-2.5 text-center">
                    <Switch
                      checked={ways[kind][way] && (way === 'in_app' || ways[kind].in_app)}
                      disabled={way !== 'in_app' && !ways[kind].in_app}
                      onCheckedChange={(on) => set(kind, way, on)}
                      aria-label={t('ways.cell', { kind: t(`kind.${kind}`), way: t(`way.${way}`) })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <DesktopPermission />
      <PushDevice />
      <p className="mt-3 text-small text-ink-3 text-pretty">{t('ways.hint')}</p>
    </>
  );
}
