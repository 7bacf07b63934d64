import { expect, test } from 'vitest';
import { fileKind } from './file-kind';

test.each([
  ['photo.png', 'image/png', 'image'],
  ['photo.png', 'text/plain', 'text'],
  ['photognp.exe', 'application/x-msdownload', 'risky'],
  ['invoice', 'application/x-msdownload', 'risky'],
  ['picture.svg', 'text/plain', 'risky'],
  ['picture.HTML', 'image/png', 'risky'],
  ['bill.pdf', 'application/pdf', 'pdf'],
  ['list.xlsx', 'application/zip', 'sheet'],
  ['macro.xlsm', 'application/zip', 'risky'],
  ['logs.tar.gz', 'application/gzip', 'archive'],
  ['notes.txt', 'text/plain', 'text'],
  ['notes', 'text/plain', 'text'],
  ['voice.ogg', 'audio/ogg', 'sound'],
  ['clip.mp4', 'video/mp4', 'film'],
  ['data.bin', 'application/octet-stream', 'other'],
])('%s (%s) is %s', (name, media_type, kind) => {
  expect(fileKind({ name, media_type })).toBe(kind);
});
