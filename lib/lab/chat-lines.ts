import type { Locale } from '../schemas/values';

/** What the same customers write on a telephone: short, one thing at a time. Each language has as many. */
export const CHAT_LINES: Record<Locale, string[]> = {
  en: [
    'Hi, is the blue lamp still in stock?',
    'My parcel says delivered, but there is nothing here',
    'Great, thank you!',
  ],
  de: [
    'Hallo, gibt es die blaue Lampe noch?',
    'Mein Paket ist angeblich zugestellt, hier liegt aber nichts',
    'Super, vielen Dank!',
  ],
  fr: [
    'Bonjour, avez-vous encore la lampe bleue ?',
    'Mon colis est indiqué comme livré, mais je n’ai rien reçu',
    'Parfait, merci beaucoup !',
  ],
  it: [
    'Salve, la lampada blu è ancora disponibile?',
    'Il pacco risulta consegnato, ma qui non c’è niente',
    'Perfetto, grazie mille!',
  ],
  ar: [
    'مرحبا، هل المصباح الأزرق ما زال متوفرا؟',
    'الطرد مسجل كمستلم، لكن لم يصلني أي شيء',
    'رائع، شكرا جزيلا!',
  ],
};
