'use client';
import { useRouter } from 'next/navigation';
import { useReadNotices } from '@/components/data/use-notices';
import type { NoticeDto } from '@/lib/schemas/notice';
import { useStaff } from '../desk-context';

/** Where admins see how their mailboxes are. */
export const MAILBOXES = '/admin/channels/email';

/** The place in its ticket that a notice is about. */
export const targetOf = ({ message }: NoticeDto) => ({ view: 'all', message: message?.id ?? null }) as const;

/** Opens what a notice is about. A ticket that is looked at reads its own; what is of no ticket is read here. */
export function useOpenNotice(): (notice: NoticeDto) => void {
  const { go } = useStaff();
  const router = useRouter();
  const { mutate: read } = useReadNotices();
  return (notice) => {
    if (notice.ticket) return go(notice.ticket.number, targetOf(notice));
    read({ ids: [notice.id] });
    router.push(MAILBOXES);
  };
}
