import { expect, test } from 'vitest';
import { isClosingRemark } from './closing-remark';

test.each([
  'Thanks!',
  'thank you so much 🙏',
  'Great, thanks a lot. It works now!',
  'THANKS',
  'Perfect, thank you Ada!',
  'Thanks for your help.\n\nBest regards\nCarla Klein',
  'Danke!',
  'Super, vielen Dank und schönen Tag noch!',
  'Herzlichen Dank, es funktioniert jetzt. Viele Grüße',
  'Merci beaucoup, bonne journée !',
  'Ça marche, merci',
  'Grazie mille, perfetto!',
  '¡Muchas gracias!',
  'شكرا جزيلا',
])('%s: a closing remark', (text) => {
  expect(isClosingRemark(text, ['Ada', 'Carla Klein'])).toBe(true);
});

test.each([
  ['a question', 'Thanks! When will it arrive?'],
  ['a question in Arabic', 'شكرا، متى؟'],
  ['a but', 'Thanks, but it still fails'],
  ['a no', 'No thanks'],
  ['a not', 'Danke, es funktioniert nicht'],
  ['irony is a word too many', 'Thanks for nothing'],
  ['a new wish', 'Merci, et une facture svp'],
  ['no thanks in it', 'ok'],
  ['nothing at all', '👍'],
  ['empty', ''],
  ['too long', `Thanks ${'thanks '.repeat(30)}`],
  ['a number, which may be what was asked for', 'Thanks 4711'],
  ['a name that nobody here has', 'Thanks Bruno'],
])('%s: comes back', (_why, text) => {
  expect(isClosingRemark(text, ['Ada', 'Carla Klein'])).toBe(false);
});
