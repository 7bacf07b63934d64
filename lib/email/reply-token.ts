import { sameText } from '../auth/secrets';
import { signMail } from './sign-mail';

/**
 * The token by which an answer finds its ticket, whatever its subject says: base32 of the ticket's id (16 bytes), the
 * number of the key (1) and a truncated HMAC of both (10). 44 letters and digits, so that it fits into the local part
 * of an address and survives programs that change its case.
 */
const KEY_ID = 1;
/** Of a token that names a notice to somebody of the team in place of a ticket: his answer to it is his alone. */
const STAFF_KEY_ID = 2;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 44;

export const replyTokenFor = (ticketId: string): string => tokenOf(ticketId, KEY_ID);
/** @param mailId of the notice in the ledger, which knows whom it went to and about which ticket. */
export const staffTokenFor = (mailId: string): string => tokenOf(mailId, STAFF_KEY_ID);

/** The ticket that a token names, or null when it is not one of ours. */
export const readReplyToken = (token: string): string | null => idIn(token, KEY_ID);
/** The notice that a token names, or null when it is not one of ours. */
export const readStaffToken = (token: string): string | null => idIn(token, STAFF_KEY_ID);

function tokenOf(id: string, keyId: number): string {
  const named = Buffer.concat([Buffer.from(id.replaceAll('-', ''), 'hex'), Buffer.from([keyId])]);
  return base32(Buffer.concat([named, mac(named)]));
}

function idIn(token: string, keyId: number): string | null {
  const bytes = fromBase32(token.trim().toLowerCase());
  if (!bytes) return null;
  const named = bytes.subarray(0, 17);
  if (named[16] !== keyId || !sameText(bytes.toString('hex', 17), mac(named).toString('hex'))) return null;
  return named.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const mac = (named: Buffer): Buffer => signMail('reply', named.toString('hex')).subarray(0, 10);

function base32(bytes: Buffer): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

function fromBase32(text: string): Buffer | null {
  if (text.length !== LENGTH || ![...text].every((letter) => ALPHABET.includes(letter))) return null;
  const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  // the last letter has bits to spare: only the one spelling that we write counts
  return base32(bytes) === text ? bytes : null;
}
