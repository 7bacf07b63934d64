import { describe, expect, test } from 'vitest';
import { classifyMail, isNoReply } from './classify-mail';
import { numberInSubject, subjectOfTicket, tokensInAddresses } from './mail-references';
import { isForged } from './sender-check';

const header = (line: string) => {
  const at = line.indexOf(':');
  return { name: line.slice(0, at).toLowerCase(), value: line.slice(at + 1).trim() };
};
const kindOf = (lines: string[], more: Partial<Parameters<typeof classifyMail>[0]> = {}) =>
  classifyMail({
    ...{ headers: lines.map(header), returnPath: 'a@b.test', sender: 'a@b.test', subject: 'Printer' },
    ...{ hasReport: false, isOurs: false, ...more },
  });

describe('who wrote it', () => {
  test.each<[string, string[], Partial<Parameters<typeof classifyMail>[0]>?]>([
    ['human', []],
    ['human', ['Auto-Submitted: no', 'X-Auto-Response-Suppress: All']],
    ['human', [], { subject: 'My automatic door is broken' }],
    ['human', [], { subject: 'Re: out of stock' }],
    ['automatic', ['Auto-Submitted: auto-replied']],
    ['automatic', ['Auto-Submitted: auto-generated; x=1']],
    ['automatic', ['Precedence: auto_reply']],
    ['automatic', ['X-Autoreply: yes']],
    ['automatic', ['X-Switchboard-Loop: of-another-house']],
    ['automatic', ['Return-Path: <>']],
    ['automatic', [], { returnPath: '' }],
    ['automatic', [], { subject: 'Out of Office: back on Monday' }],
    ['automatic', [], { subject: 'AW: Abwesenheitsnotiz' }],
    ['automatic', [], { subject: 'Réponse automatique : Imprimante' }],
    ['automatic', [], { subject: 'Risposta automatica' }],
    ['automatic', [], { subject: 'Gelesen: Printer' }],
    ['automatic', ['Content-Type: multipart/report; report-type=disposition-notification']],
    ['list', ['List-Id: <news.test>']],
    ['list', ['Precedence: bulk']],
    ['bounce', [], { hasReport: true }],
    ['bounce', [], { sender: 'mailer-daemon@mx.test' }],
    ['own', ['Auto-Submitted: auto-replied'], { isOurs: true, hasReport: true }],
  ])('%s: %j %j', (kind, lines, more) => {
    expect(kindOf(lines, more)).toBe(kind);
  });

  test.each([
    ['noreply@x.test', true],
    ['no-reply+1@x.test', true],
    ['norman@x.test', false],
    ['bounces-7@x.test', true],
  ])('nobody reads %s: %j', (address, is) => {
    expect(isNoReply(address)).toBe(is);
  });
});

describe('whether our host found it forged', () => {
  test.each<[string, string | null, boolean]>([
    ['mx.us; dmarc=fail (p=none)', 'mx.us', true],
    ['mx.us 1; spf=fail; dkim=pass; dmarc=pass', 'mx.us', false],
    ['mx.us; spf=fail; dkim=none', 'mx.us', true],
    ['mx.us; spf=fail; dkim=pass', 'mx.us', false],
    ['mx.us; none', 'mx.us', false],
    ['mx.evil; dmarc=fail', 'mx.us', false],
    ['mx.us; dmarc=fail', null, false],
  ])('%s for %s: %j', (value, host, is) => {
    const results = [{ name: 'authentication-results', value }];
    expect(isForged(results, host)).toBe(is);
    // the topmost alone
    expect(isForged([{ name: 'authentication-results', value: 'mx.us; dmarc=pass' }, ...results], host)).toBe(
      false,
    );
  });
});

test.each([
  ['Re: AW: Printer [#12]', 'Printer', 12],
  ['[#1] [#2] x', 'x', null],
  ['Fwd: x'.padEnd(3_000, 'y'), `x${'y'.repeat(198)}…`, null],
  ['', '', null],
])('the subject %j', (subject, kept, number) => {
  expect(subjectOfTicket(subject)).toBe(kept);
  expect(numberInSubject(subject)).toBe(number);
});

test('a token stands behind the plus of any address', () => {
  const token = 'a'.repeat(44);
  expect(tokensInAddresses([`X+${token}@y.test`, 'x+short@y.test', `x+${token}1@y`, 'nonsense'])).toEqual([
    token,
  ]);
});
