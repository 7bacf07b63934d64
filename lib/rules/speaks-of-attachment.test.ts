import { expect, test } from 'vitest';
import { speaksOfAttachment } from './speaks-of-attachment';

test.each([
  ['Please find the form attached.', true],
  ['See the attachment', true],
  ['Anbei das Formular.', true],
  ['Sie finden es im Anhang', true],
  ['Voir la pièce jointe', true],
  ['In allegato il modulo', true],
  ['> as I said in the attachment\n\nThank you, it is solved.', false],
  ['We reattach the printer', false],
  ['Der Anhänger ist da', false],
])('%s: %s', (text, is) => expect(speaksOfAttachment(text)).toBe(is));
