import { extensionOf } from './file-name';

/** What a file is to whoever looks at it: which picture stands for it, and whether opening it wants a warning. */
export type FileKind = 'image' | 'pdf' | 'sheet' | 'text' | 'archive' | 'sound' | 'film' | 'risky' | 'other';

/** Pictures made of points, which browsers draw and which hold no script; told by their first bytes alone. */
const RASTER = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'] as const;
export type RasterType = (typeof RASTER)[number];
export const isRaster = (mediaType: string): mediaType is RasterType =>
  (RASTER as readonly string[]).includes(mediaType);

/** Sounds that browsers play, told by their first bytes. */
const SOUND = /^audio\/(wav|vnd\.wave|mpeg|mp4|x-m4a|ogg|opus|aac|flac|x-flac)(;|$)/;
export const isPlayable = (mediaType: string): boolean => SOUND.test(mediaType);

/** Opening one of these can run a program or show a page with scripts, whatever its first bytes say. */
const RISKY = new Set(
  (
    'ade adp apk app appx bat chm cmd com cpl dll dmg exe gadget hta htm html ins iso jar js jse lnk mde msc msi msp ' +
    'mst pif pkg ps1 ps1xml ps2 reg scf scr sct sh shtml svg svgz vb vbe vbs vhd wsc wsf wsh xhtml xll xml docm dotm ' +
    'pptm potm ppsm xlsm xltm xlam'
  ).split(' '),
);
const RISKY_TYPES =
  /^application\/(x-msdownload|x-elf|x-mach-binary|java-vm|x-ms-shortcut|x-apple-diskimage)$/;
const BY_EXTENSION: Readonly<Record<string, FileKind>> = {
  ...{ csv: 'sheet', ods: 'sheet', tsv: 'sheet', xls: 'sheet', xlsx: 'sheet' },
  ...{
    doc: 'text',
    docx: 'text',
    eml: 'text',
    log: 'text',
    md: 'text',
    odt: 'text',
    rtf: 'text',
    txt: 'text',
  },
};

export function fileKind({ name, media_type: type }: { name: string; media_type: string }): FileKind {
  const extension = extensionOf(name);
  if (RISKY.has(extension) || RISKY_TYPES.test(type)) return 'risky';
  if (isRaster(type)) return 'image';
  if (type === 'application/pdf') return 'pdf';
  const known = BY_EXTENSION[extension];
  if (known) return known;
  if (type.startsWith('audio/')) return 'sound';
  if (type.startsWith('video/')) return 'film';
  if (/^application\/(zip|gzip|x-(tar|7z|rar|bzip2|xz)[a-z-]*)$/.test(type)) return 'archive';
  return type === 'text/plain' ? 'text' : 'other';
}
