import { randomBytes } from 'node:crypto';
import { open, readFile, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { FileStore } from './file-store';

const CONNECT_MS = 5_000;
/** Of silence. */
const ANSWER_MS = 15_000;
/** Of one act with all its repeats. */
const ACT_MS = 60_000;

/**
 * A bucket of anything that speaks S3, from `https://KEY:SECRET@host/bucket[/prefix][?region=…]`. Addresses are
 * path-style, which every one of them understands.
 *
 * A file is spooled first and put as a whole: a bucket wants to know the length before, and can be asked again.
 */
export function s3Store(url: string): FileStore {
  const { client, bucket, prefix } = parse(url);
  const place = (key: string) => ({ Bucket: bucket, Key: `${prefix}${key.slice(0, 2)}/${key}` });
  const within = () => ({ abortSignal: AbortSignal.timeout(ACT_MS) });
  return {
    put: (key, pieces) =>
      spooled(pieces, async (bytes) => {
        await client.send(new PutObjectCommand({ ...place(key), Body: bytes }), within());
        return bytes.byteLength;
      }),
    async open(key, range) {
      try {
        const Range = range && `bytes=${range.start}-${range.end}`;
        const { Body } = await client.send(new GetObjectCommand({ ...place(key), Range }), within());
        return readAll(Body as Readable);
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async remove(key) {
      try {
        await client.send(new DeleteObjectCommand(place(key)), within());
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
    },
  };
}

function parse(url: string) {
  const { protocol, host, pathname, username, password, searchParams } = new URL(url);
  const [bucket = '', ...folders] = pathname.split('/').filter(Boolean);
  const client = new S3Client({
    endpoint: `${protocol}//${host}`,
    forcePathStyle: true,
    region: searchParams.get('region') ?? 'us-east-1',
    credentials: { accessKeyId: decodeURIComponent(username), secretAccessKey: decodeURIComponent(password) },
    maxAttempts: 3,
    // many that speak S3 do not know the newer checksums
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: ANSWER_MS, throwOnRequestTimeout: true },
  });
  return { client, bucket, prefix: folders.map((folder) => `${folder}/`).join('') };
}

/** Slow uploads wait on the disk, so that memory holds a file only while it leaves. */
async function spooled<T>(
  pieces: AsyncIterable<Uint8Array>,
  work: (bytes: Buffer) => Promise<T>,
): Promise<T> {
  const place = path.join(tmpdir(), `switchboard-${randomBytes(12).toString('hex')}`);
  const file = await open(place, 'wx', 0o600);
  try {
    for await (const piece of pieces) await file.writeFile(piece);
    return await work(await readFile(place));
  } finally {
    await file.close();
    await unlink(place);
  }
}

async function* readAll(body: Readable): AsyncGenerator<Uint8Array> {
  for await (const piece of body) yield piece as Buffer;
}

const isMissing = (error: unknown): boolean =>
  error instanceof NoSuchKey || (error instanceof S3ServiceException && error.name === 'NotFound');
