import type { Locale } from '../schemas/values';

interface SiteWords {
  claim: string;
  about: string;
  menu: string[];
  goods: { name: string; price: string }[];
  foot: string;
}

/** A shop that sells tea, in the language of its visitor. It is another company's website, so it has words of its own. */
export const SITE_WORDS: Record<Locale, SiteWords> = {
  en: {
    claim: 'Tea that takes its time.',
    about: 'Picked by hand, packed on Tuesdays, with you by Friday.',
    menu: ['Teas', 'Pots', 'Delivery'],
    goods: [
      { name: 'Morning Assam', price: '£8.50' },
      { name: 'Garden mint', price: '£6.00' },
      { name: 'Clay pot, small', price: '£34.00' },
    ],
    foot: 'Questions? The chat is down here.',
  },
  de: {
    claim: 'Tee, der sich Zeit nimmt.',
    about: 'Von Hand gepflückt, dienstags gepackt, freitags bei Ihnen.',
    menu: ['Tees', 'Kannen', 'Versand'],
    goods: [
      { name: 'Assam am Morgen', price: '9,50 €' },
      { name: 'Gartenminze', price: '7,00 €' },
      { name: 'Tonkanne, klein', price: '39,00 €' },
    ],
    foot: 'Fragen? Der Chat ist hier unten.',
  },
  fr: {
    claim: 'Le thé qui prend son temps.',
    about: 'Cueilli à la main, emballé le mardi, chez vous le vendredi.',
    menu: ['Thés', 'Théières', 'Livraison'],
    goods: [
      { name: 'Assam du matin', price: '9,50 €' },
      { name: 'Menthe du jardin', price: '7,00 €' },
      { name: 'Petite théière en terre', price: '39,00 €' },
    ],
    foot: 'Une question ? Le chat est ici, en bas.',
  },
  it: {
    claim: 'Il tè che si prende il suo tempo.',
    about: 'Raccolto a mano, confezionato il martedì, a casa il venerdì.',
    menu: ['Tè', 'Teiere', 'Consegna'],
    goods: [
      { name: 'Assam del mattino', price: '9,50 €' },
      { name: 'Menta dell’orto', price: '7,00 €' },
      { name: 'Teiera piccola di terracotta', price: '39,00 €' },
    ],
    foot: 'Domande? La chat è qui in basso.',
  },
  ar: {
    claim: 'شاي يأخذ وقته.',
    about: 'يُقطف باليد، ويُعبّأ يوم الثلاثاء، ويصل يوم الجمعة.',
    menu: ['الشاي', 'الأباريق', 'التوصيل'],
    goods: [
      { name: 'آسام الصباح', price: '9.50 €' },
      { name: 'نعناع الحديقة', price: '7.00 €' },
      { name: 'إبريق فخار صغير', price: '39.00 €' },
    ],
    foot: 'لديكم سؤال؟ الدردشة هنا في الأسفل.',
  },
};
