import type { Locale } from '../schemas/values';

export interface Letter {
  subject: string;
  body: string;
}

/** What customers write to a shop, in their own words. Each language has as many. */
export const LETTERS: Record<Locale, Letter[]> = {
  en: [
    {
      subject: 'Where is my order?',
      body: 'Hello,\n\nI ordered a lamp last Monday and it has not arrived yet. The tracking page has said the same thing for three days.\n\nCould you tell me where it is?\n\nThank you',
    },
    {
      subject: 'I was charged twice',
      body: 'Hi,\n\nmy bank statement shows two payments for the same order. Could you please send one of them back?\n\nBest wishes',
    },
    {
      subject: 'The lid does not fit',
      body: 'Good morning,\n\nthe teapot came today and it is lovely, but the lid is too small for it. Can I have another one?\n\nKind regards',
    },
  ],
  de: [
    {
      subject: 'Wo bleibt meine Bestellung?',
      body: 'Guten Tag,\n\nich habe letzten Montag eine Lampe bestellt und sie ist noch nicht da. In der Sendungsverfolgung steht seit drei Tagen dasselbe.\n\nKönnen Sie mir sagen, wo sie ist?\n\nVielen Dank',
    },
    {
      subject: 'Rechnung fehlt',
      body: 'Hallo,\n\nzu meiner letzten Bestellung habe ich keine Rechnung bekommen. Ich brauche sie für die Steuer. Bitte schicken Sie sie mir noch einmal.\n\nMit freundlichen Grüßen',
    },
    {
      subject: 'Falsche Größe geliefert',
      body: 'Guten Morgen,\n\ndie Jacke ist heute angekommen, aber in der falschen Größe. Wie kann ich sie umtauschen?\n\nSchöne Grüße',
    },
  ],
  fr: [
    {
      subject: 'Où est ma commande ?',
      body: 'Bonjour,\n\nj’ai commandé une lampe lundi dernier et elle n’est toujours pas arrivée. Le suivi du colis n’a pas changé depuis trois jours.\n\nPouvez-vous me dire où elle est ?\n\nMerci beaucoup',
    },
    {
      subject: 'Changer mon adresse de livraison',
      body: 'Bonjour,\n\nje viens de déménager et ma commande va partir à mon ancienne adresse. Est-il encore possible de la changer ?\n\nCordialement',
    },
    {
      subject: 'Le remboursement se fait attendre',
      body: 'Bonjour,\n\nj’ai renvoyé les chaussures il y a deux semaines et je n’ai pas encore été remboursée. Que dois-je faire ?\n\nBien à vous',
    },
  ],
  it: [
    {
      subject: 'Dov’è il mio ordine?',
      body: 'Buongiorno,\n\nlunedì scorso ho ordinato una lampada e non è ancora arrivata. La pagina della spedizione è ferma da tre giorni.\n\nPotete dirmi dove si trova?\n\nGrazie mille',
    },
    {
      subject: 'Una tazza è arrivata rotta',
      body: 'Salve,\n\nil pacco è arrivato oggi, ma una delle quattro tazze è rotta. Potete mandarmene un’altra?\n\nCordiali saluti',
    },
    {
      subject: 'Non riesco a pagare',
      body: 'Buonasera,\n\nquando premo il pulsante per pagare, la pagina torna al carrello. Ho provato con due carte diverse.\n\nCome posso completare l’ordine?\n\nGrazie',
    },
  ],
  ar: [
    {
      subject: 'أين طلبي؟',
      body: 'مرحبًا،\n\nطلبت مصباحًا يوم الاثنين الماضي ولم يصل بعد. صفحة التتبع لم تتغير منذ ثلاثة أيام.\n\nهل يمكنكم إخباري أين هو؟\n\nشكرًا جزيلًا',
    },
    {
      subject: 'أريد إلغاء الطلب',
      body: 'السلام عليكم،\n\nطلبت بالخطأ قطعتين بدلًا من واحدة. هل يمكنني إلغاء إحداهما قبل الشحن؟\n\nمع التحية',
    },
    {
      subject: 'الفاتورة غير صحيحة',
      body: 'مرحبًا،\n\nالاسم المكتوب في الفاتورة ليس اسمي. أرجو تصحيحه وإرسال الفاتورة مرة أخرى.\n\nشكرًا لكم',
    },
  ],
};
