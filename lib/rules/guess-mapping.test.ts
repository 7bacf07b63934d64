import { describe, expect, it } from 'vitest';
import { guessMapping, missingFields } from './guess-mapping';

const found = (header: string) =>
  Object.fromEntries(Object.entries(guessMapping(header.split(','))).filter(([, at]) => at !== null));

describe('guessMapping', () => {
  it.each([
    ['User ID,Timestamp (UTC),Message Body', { customer: 0, time: 1, body: 2 }],
    ['Kunden-E-Mail,Erstellt am,Nachricht,Priorität', { email: 0, time: 1, body: 2, priority: 3 }],
    ['courriel,date,texte,langue', { email: 0, time: 1, body: 2, language: 3 }],
    ['id,ticket_id,from,created_at,text', { message_id: 0, thread_id: 1, email: 2, time: 3, body: 4 }],
    ['Cliente,Fecha,Mensaje,Categoría', { customer: 0, time: 1, body: 2, topic: 3 }],
    ['a,b,c', {}],
  ])('%s', (header, mapping) => {
    expect(found(header)).toEqual(mapping);
  });

  it('tells what a file needs before it can be read', () => {
    expect(missingFields(guessMapping(['a', 'text']))).toEqual(['customer', 'time']);
    expect(missingFields(guessMapping(['mail', 'date', 'text']))).toEqual([]);
  });
});
