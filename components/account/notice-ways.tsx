'use client';
import { useTranslations } from 'next-intl';
import { QueryError } from '@/components/data/query-error';
import { useEditNoticeWays, useNoticeWays } from '@/components/data/use-notices';
import { useProblemText } from '@/components/data/use-problem-text';
import { Skeleton } from '@/components/ui/skeleton';
import { Switch } from '@/components/ui/switch';
import { toast } from '@/components/ui/toast';
import { NOTICE_KINDS, NOTICE_WAYS, type NoticeKind, type NoticeWay } from '@/lib/rules/notices';
import { DesktopPermission } from './desktop-permission';

/** Kind by way. Each switch is saved as it is turned; without the bell there is nothing to ring. */
export function NoticeWaysTable() {
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
            <tr className="border-b text-small text-ink-2">
              <th scope="col" className="py-2 pe-4 text-start font-[550]">
                {t('ways.what')}
              </th>
              {NOTICE_WAYS.map((way) => (
                <th
                  key={way}
                  scope="col"
                  className="w-14 py-2 text-center font-[550] max-sm:text-micro sm:w-20"
                >
                  {t(`way.${way}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {NOTICE_KINDS.map((kind) => (
              <tr key={kind} className="border-b">
                <th scope="row" className="py-2.5 pe-3 text-start font-[450] text-pretty hyphens-auto">
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
      <p className="mt-3 text-small text-ink-3 text-pretty">{t('ways.hint')}</p>
    </>
  );
}
