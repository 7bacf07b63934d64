import {
  File,
  FileArchive,
  FileMusic,
  FileSpreadsheet,
  FileText,
  FileType2,
  FileVideoCamera,
  FileWarning,
  Image,
} from 'lucide-react';
import type { FileKind } from '@/lib/rules/file-kind';

const ICONS = {
  image: Image,
  pdf: FileType2,
  sheet: FileSpreadsheet,
  text: FileText,
  archive: FileArchive,
  sound: FileMusic,
  film: FileVideoCamera,
  risky: FileWarning,
  other: File,
} satisfies Record<FileKind, typeof File>;

export function FileIcon({ kind, className }: { kind: FileKind; className: string }) {
  const Icon = ICONS[kind];
  return <Icon aria-hidden className={className} />;
}
