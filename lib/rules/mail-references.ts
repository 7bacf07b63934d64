/**
 * Message-IDs and tokens as they come back in answers: of strangers' making, so each is bounded and none is believed.
 * What holds characters that PostgreSQL cannot keep is none.
 */
const REF = /<[^<>\s\p{Cc}\p{Cs}]{1,500}>/gu;
const MOST = 100;

/** The Message-IDs in a header, with their brackets, in its order; spaces inside one are a mail program's folding. */
export function messageRefs(header: string): string[] {
  return [...new Set(header.slice(0, 20_000).match(REF) ?? [])].slice(0, MOST);
}

/** What may be a token of ours in `support+<token>@…`, whoever's address it is. */
export function tokensInAddresses(addresses: readonly string[]): string[] {
  return addresses.flatMap(
    (address) => /^[^@+]{1,64}\+([a-z2-7]{44})@/.exec(address.toLowerCase())?.[1] ?? [],
  );
}

/** What every mail about a ticket says at its end, for programs that lose its Message-ID. */
export const markerFor = (token: string): string => `[ref:${token}]`;

/** What may be a token in a text that quotes such a mail; of many, the first ones. */
export function tokensInText(text: string): string[] {
  return [...text.matchAll(/\[ref:([a-z2-7]{44})\]/gi)].slice(0, 20).map(([, token]) => token!.toLowerCase());
}

/** The number of a ticket in a subject: `[#1234]`; null when there is none, or more than one. */
export function numberInSubject(subject: string): number | null {
  const found = [...subject.slice(0, 2_000).matchAll(/\[#(\d{1,15})\]/g)];
  return found.length === 1 ? Number(found[0]![1]) : null;
}

/** A new ticket's subject: without "Re:", and without numbers of other tickets; at most 200 characters. */
export function subjectOfTicket(subject: string): string {
  const plain = subject
    .slice(0, 2_000)
    .replace(/\[#\d{1,15}\]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^(?:\s*(?:re|aw|antw|sv|r|rif|tr|fw|fwd|wg|i|رد)\s?(?:\[\d{1,3}\])?\s?[:：])+/i, '')
    .trim();
  const letters = [...plain];
  return letters.length <= 200 ? plain : `${letters.slice(0, 199).join('').trimEnd()}…`;
}
