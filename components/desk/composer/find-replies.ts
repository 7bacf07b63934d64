import type { CannedReplyDto } from '@/lib/schemas/canned-reply';

const MOST = 30;

/**
 * The replies that a typed word means, best first: by how it is found (code, title, folder, text), then those of the
 * ticket's topic, then the most used.
 */
export function findReplies(
  replies: readonly CannedReplyDto[],
  query: string,
  topic: string | null,
): CannedReplyDto[] {
  const word = query.toLowerCase();
  return replies
    .filter((reply) => !reply.is_archived)
    .map((reply) => ({ reply, rank: rankOf(reply, word) }))
    .filter(({ rank }) => rank > 0)
    .sort(
      (a, b) =>
        b.rank - a.rank ||
        Number(isOf(b.reply, topic)) - Number(isOf(a.reply, topic)) ||
        b.reply.use_count - a.reply.use_count,
    )
    .slice(0, MOST)
    .map(({ reply }) => reply);
}

const isOf = (reply: CannedReplyDto, topic: string | null) => topic !== null && reply.topic === topic;

function rankOf(reply: CannedReplyDto, word: string): number {
  if (reply.short_code.startsWith(word)) return 4;
  const title = reply.title.toLowerCase();
  if (title.startsWith(word) || title.includes(` ${word}`)) return 3;
  if (`${title} ${reply.short_code} ${reply.folder ?? ''}`.toLowerCase().includes(word)) return 2;
  return Object.values(reply.bodies).some((body) => body.toLowerCase().includes(word)) ? 1 : 0;
}
