'use client';
import { useTranslations } from 'next-intl';
import type { NoticeDto } from '@/lib/schemas/notice';

/** One notice in words: who did what. */
export function useNoticeText(): (notice: NoticeDto) => string {
  const t = useTranslations('notices');
  const c = useTranslations('common.status');
  return ({ kind, actor, change, message }) => {
    const by = actor ? 'person' : 'machine';
    const name = actor?.name ?? '';
    if (kind === 'followed' && change?.status)
      return t('line.status', { by, name, status: c(change.status) });
    if (kind === 'followed' && change)
      return change.assignee
        ? t('line.given', { by, name, to: change.assignee })
        : t('line.givenBack', { by, name });
    if (kind === 'followed') return t('line.wrote', { name, note: String(message?.is_internal ?? false) });
    if (kind === 'colleague_message')
      return t('line.colleague_message', { name, note: String(message?.is_internal ?? false) });
    return t(`line.${kind}`, { by, name });
  };
}
