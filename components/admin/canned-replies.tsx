'use client';
import { useTranslations } from 'next-intl';
import { parseAsString, useQueryState } from 'nuqs';
import { QueryError } from '@/components/data/query-error';
import { useCannedReplies } from '@/components/data/use-canned-replies';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { CannedReplyEditor, type Me } from './canned-reply-editor';
import { CannedReplyList } from './canned-reply-list';

interface CannedRepliesProps {
  /** Who signs in the previews; an agent writes for himself alone. */
  me: Me;
}

/** The list, or the one that is written now; which stands in the address, so that "back" leads to the list. */
export function CannedReplies({ me }: CannedRepliesProps) {
  const t = useTranslations('workspace.canned');
  const replies = useCannedReplies();
  const [editing, setEditing] = useQueryState('edit', parseAsString.withOptions({ history: 'push' }));
  const close = () => void setEditing(null);

  if (replies.error && !replies.data) {
    return <QueryError title={t('notLoaded')} query={replies} />;
  }
  if (!replies.data) return <Skeleton className="w-1/3" />;
  if (editing === null) {
    return <CannedReplyList replies={replies.data} onOpen={(id) => void setEditing(id)} />;
  }
  const reply = editing === 'new' ? null : replies.data.find(({ id }) => id === editing);
  if (reply === undefined) return <EmptyState title={t('gone')} />;
  return (
    <CannedReplyEditor
      key={editing}
      reply={reply}
      folders={[...new Set(replies.data.flatMap(({ folder }) => folder ?? []))]}
      me={me}
      onClose={close}
    />
  );
}
