import { expect, test } from 'vitest';
import { foldTail } from './fold-tail';

const QUOTE = 'On Monday Ada wrote:\n> Hello\n> Carla';

test.each([
  [`Thanks!\n\n${QUOTE}`, 'Thanks!', QUOTE],
  ['Thanks\n> a\n\n> b\n', 'Thanks', '> a\n\n> b'],
  ['> only a quote', '> only a quote', null],
  ['> first\nmy answer', '> first\nmy answer', null],
  ['nothing quoted', 'nothing quoted', null],
  [
    'Yes\n-----Original Message-----\nFrom: Ada\n\nHello',
    'Yes',
    '-----Original Message-----\nFrom: Ada\n\nHello',
  ],
  ['Ja\n--- Ursprüngliche Nachricht ---\nHallo', 'Ja', '--- Ursprüngliche Nachricht ---\nHallo'],
  ['Oui\n-- Message d’origine --\nSalut', 'Oui', '-- Message d’origine --\nSalut'],
  ['Sì\n----- Messaggio originale -----\nCiao', 'Sì', '----- Messaggio originale -----\nCiao'],
  ['نعم\n----- الرسالة الأصلية -----\nمرحبا', 'نعم', '----- الرسالة الأصلية -----\nمرحبا'],
])('quoted %j', (text, said, folded) => {
  expect(foldTail(text, false)).toEqual({ said, folded });
  expect(foldTail(text, true)).toEqual({ said, folded });
});

test.each([
  ['Help!\n\n-- \nCarla Rossi\nAcme', 'Help!', '-- \nCarla Rossi\nAcme'],
  ['Help!\n--\nCarla', 'Help!', '--\nCarla'],
  [`Yes.\n\n-- \nCarla\n\n${QUOTE}`, 'Yes.', `-- \nCarla\n\n${QUOTE}`],
  [`Yes.\n\n${QUOTE}\n\n--\nCarla`, 'Yes.', `${QUOTE}\n\n--\nCarla`],
  ['Yes.\n--\nCarla\n\nSent from my iPhone', 'Yes.', '--\nCarla\n\nSent from my iPhone'],
  ['Yes\n\nGet Outlook for Android', 'Yes', 'Get Outlook for Android'],
  ['Ja\n\nVon meinem iPhone gesendet', 'Ja', 'Von meinem iPhone gesendet'],
  ['Ja\n\nGesendet mit der GMX Mail App', 'Ja', 'Gesendet mit der GMX Mail App'],
  ['Oui\n\nEnvoyé de mon iPhone', 'Oui', 'Envoyé de mon iPhone'],
  ['Sì\n\nInviato da iPhone', 'Sì', 'Inviato da iPhone'],
  ['نعم\n\nأُرسلت من الـ iPhone', 'نعم', 'أُرسلت من الـ iPhone'],
])('signed %j', (text, said, folded) => {
  expect(foldTail(text, true)).toEqual({ said, folded });
});

test.each([
  ['only a signature', '-- \nCarla'],
  ['a line of dashes in the midst of a long text', `a\n--\n${'b\n'.repeat(13)}`],
  ['a list', '-- first\n-- second'],
  [
    'a sentence that begins so',
    `x\nSent from my desk, and then it went on for longer than a device's name ${'z'.repeat(30)}`,
  ],
  ['said in the midst', 'Sent from my iPhone\nthis is the question'],
])('nothing to fold: %s', (_what, text) => {
  expect(foldTail(text, true)).toEqual({ said: text, folded: null });
});

test('a colleague’s dashes are his own', () => {
  expect(foldTail('one\n--\ntwo', false)).toEqual({ said: 'one\n--\ntwo', folded: null });
});
