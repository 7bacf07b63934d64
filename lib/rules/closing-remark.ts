/**
 * Is this all that a customer says when nothing is left to do ("Thanks, that helped!")? Product 2.3: short, no
 * question, nothing attached, and made of nothing but the phrases below. Any other word is a doubt, and a doubt is
 * work: then the ticket comes back as with any message.
 */
const MOST = 120;

/** By language; written as `plain` leaves a text. Longer ones stand before their parts. */
const PHRASES: Record<string, readonly string[]> = {
  en: [
    'thank you so much for your help',
    'thank you very much for your help',
    'thank you for your quick help',
    'thank you for your help',
    'thanks a lot for your help',
    'thanks for your help',
    'thanks for the quick reply',
    'thanks for the quick help',
    'thank you for the quick reply',
    'thanks for the help',
    'thank you so much',
    'thank you very much',
    'many thanks',
    'thanks a lot',
    'thanks so much',
    'thanks again',
    'thank you',
    'thanks',
    'thank u',
    'thx',
    'ty',
    'cheers',
    'much appreciated',
    'i appreciate it',
    'it works now',
    'that works now',
    'works now',
    'that worked',
    'it worked',
    'that helped a lot',
    'that helped',
    'that helps',
    'all good now',
    'all good',
    'great',
    'perfect',
    'awesome',
    'wonderful',
    'excellent',
    'got it',
    'ok',
    'okay',
    'have a nice day',
    'have a great day',
    'have a good day',
    'have a nice weekend',
    'best regards',
    'kind regards',
    'best wishes',
  ],
  de: [
    'vielen dank fur ihre schnelle hilfe',
    'vielen dank fur die schnelle hilfe',
    'vielen dank fur ihre hilfe',
    'vielen dank fur die hilfe',
    'danke fur die schnelle hilfe',
    'danke fur ihre hilfe',
    'danke fur die hilfe',
    'danke fur die schnelle antwort',
    'herzlichen dank',
    'vielen lieben dank',
    'vielen dank',
    'besten dank',
    'danke sehr',
    'danke schon',
    'dankeschon',
    'dankesehr',
    'tausend dank',
    'danke',
    'dank',
    'es funktioniert jetzt',
    'jetzt funktioniert es',
    'es geht jetzt',
    'jetzt geht es',
    'hat geklappt',
    'hat geholfen',
    'das hat geholfen',
    'alles klar',
    'alles gut',
    'super',
    'prima',
    'perfekt',
    'toll',
    'klasse',
    'wunderbar',
    'schonen tag noch',
    'schonen tag',
    'schones wochenende',
    'mit freundlichen grussen',
    'freundliche grusse',
    'viele grusse',
    'liebe grusse',
    'beste grusse',
    'lg',
    'mfg',
  ],
  fr: [
    'merci beaucoup pour votre aide',
    'merci pour votre aide',
    'merci beaucoup',
    'merci bien',
    'mille mercis',
    'un grand merci',
    'merci',
    'ca marche maintenant',
    'ca marche',
    'parfait',
    'super',
    'tres bien',
    'bonne journee',
    'bonne soiree',
    'bon week end',
    'cordialement',
    'bien a vous',
  ],
  it: [
    'grazie mille per l aiuto',
    'grazie per l aiuto',
    'grazie mille',
    'molte grazie',
    'tante grazie',
    'grazie',
    'ora funziona',
    'adesso funziona',
    'perfetto',
    'ottimo',
    'va bene',
    'buona giornata',
    'buona serata',
    'cordiali saluti',
    'saluti',
  ],
  es: [
    'muchas gracias por su ayuda',
    'muchas gracias por tu ayuda',
    'gracias por su ayuda',
    'gracias por la ayuda',
    'muchas gracias',
    'mil gracias',
    'gracias',
    'ya funciona',
    'perfecto',
    'genial',
    'buen dia',
    'saludos',
    'un saludo',
  ],
  ar: ['شكرا جزيلا لكم', 'شكرا جزيلا', 'شكرا لكم', 'شكرا لك', 'شكرا', 'ممتاز'],
};

/** What is said along, and says nothing of its own. */
const BETWEEN = [
  'and',
  'so',
  'very',
  'hi',
  'hello',
  'und',
  'hallo',
  'et',
  'bonjour',
  'e',
  'ciao',
  'y',
  'hola',
];

const WHOLE = [...new Set([...Object.values(PHRASES).flat(), ...BETWEEN])].sort(
  (a, b) => b.length - a.length,
);
/** At least one of these must be there: "ok" alone may answer a question. */
const GRATEFUL =
  /\b(thank|thanks|thx|ty|cheers|appreciated?|danke\w*|dank|merci|mercis|grazie|gracias)\b|شكرا/u;

/** Lower case, without accents, signs and pictures, one space between words. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * @param names of people who may be greeted or who sign: the customer and who answered him.
 */
export function isClosingRemark(text: string, names: readonly (string | null)[] = []): boolean {
  if (text.length > MOST || /[?؟]/.test(text)) return false;
  const said = plain(text);
  if (!GRATEFUL.test(said)) return false;
  const people = names
    .flatMap((name) => (name ? [plain(name), ...plain(name).split(' ')] : []))
    .filter(Boolean);
  let rest = ` ${said} `;
  for (const phrase of [...WHOLE, ...people.sort((a, b) => b.length - a.length)])
    while (rest.includes(` ${phrase} `)) rest = rest.replace(` ${phrase} `, '  ');
  return rest.trim() === '';
}
