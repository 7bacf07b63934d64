import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Chip } from '@/components/ui/chip';

interface ChannelRowProps {
  /** Its name or address. */
  title: ReactNode;
  /** A line below: how it is. */
  children?: ReactNode;
  /** Beside. */
  marks?: ReactNode;
  isActive: boolean;
  /** Opens it: an address, or what is done. */
  open: string | (() => void);
}

const titleStyle =
  "block max-w-full truncate text-start text-ui font-[600] text-ink before:absolute before:inset-0 before:content-[''] hover:underline";

/** A mailbox, website, page or line in its list; all of the row opens it. */
export function ChannelRow({ title, children, marks, isActive, open }: ChannelRowProps) {
  const t = useTranslations('channels.shared');
  return (
    <li className="relative flex flex-wrap items-center gap-x-4 gap-y-1 border-b px-1 py-3 hover:bg-hover">
      <div className="min-w-0 flex-1 basis-60">
        {typeof open === 'string' ? (
          <Link href={open} className={titleStyle}>
            {title}
          </Link>
        ) : (
          <button type="button" onClick={open} className={titleStyle}>
            {title}
          </button>
        )}
        {children}
      </div>
      {marks}
      {isActive ? null : <Chip>{t('off')}</Chip>}
    </li>
  );
}
