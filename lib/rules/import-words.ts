import type { Locale } from '../schemas/values';

/** What is wrong with a row of a message file, in words: beside the row on the screen, and in the file of such rows. */
const WORDS: Record<string, Record<Locale, string>> = {
  csv: {
    en: 'A quotation mark opens in this row and never closes. Nothing after it could be read.',
    de: 'In dieser Zeile beginnt ein Anführungszeichen, das nie endet. Was danach kommt, war nicht lesbar.',
    fr: 'Un guillemet s’ouvre dans cette ligne et ne se referme jamais. La suite n’a pas pu être lue.',
    it: 'In questa riga si apre una virgoletta che non si chiude mai. Il resto non è leggibile.',
    ar: 'تبدأ في هذا السطر علامة اقتباس لا تنتهي. تعذّرت قراءة ما بعدها.',
  },
  header_again: {
    en: 'The names of the columns stand here once more.',
    de: 'Hier stehen noch einmal die Namen der Spalten.',
    fr: 'Les noms des colonnes figurent ici une seconde fois.',
    it: 'Qui compaiono di nuovo i nomi delle colonne.',
    ar: 'تتكرر هنا أسماء الأعمدة.',
  },
  columns: {
    en: 'The row has more or fewer cells than the file has columns.',
    de: 'Die Zeile hat mehr oder weniger Zellen, als die Datei Spalten hat.',
    fr: 'La ligne a plus ou moins de cellules que le fichier n’a de colonnes.',
    it: 'La riga ha più o meno celle di quante colonne ha il file.',
    ar: 'عدد خلايا السطر لا يطابق عدد أعمدة الملف.',
  },
  customer: {
    en: 'It does not say which customer wrote this.',
    de: 'Es steht nicht da, welcher Kunde das geschrieben hat.',
    fr: 'Il n’est pas dit quel client a écrit cela.',
    it: 'Non è indicato quale cliente abbia scritto.',
    ar: 'لم يُذكر أي عميل كتب هذا.',
  },
  email: {
    en: 'This is no e-mail address.',
    de: 'Das ist keine E-Mail-Adresse.',
    fr: 'Ce n’est pas une adresse e-mail.',
    it: 'Questo non è un indirizzo e-mail.',
    ar: 'هذا ليس عنوان بريد إلكتروني.',
  },
  not_a_customer: {
    en: 'This is a member of the team, not a customer.',
    de: 'Das ist jemand aus dem Team, kein Kunde.',
    fr: 'C’est un membre de l’équipe, pas un client.',
    it: 'È un membro del team, non un cliente.',
    ar: 'هذا عضو في الفريق وليس عميلاً.',
  },
  timestamp: {
    en: 'This is no time that we can read.',
    de: 'Diese Zeit ist nicht lesbar.',
    fr: 'Cette date est illisible.',
    it: 'Questa data non è leggibile.',
    ar: 'تعذّرت قراءة هذا الوقت.',
  },
  future: {
    en: 'This time lies in the future. Are day and month the right way round?',
    de: 'Diese Zeit liegt in der Zukunft. Sind Tag und Monat vertauscht?',
    fr: 'Cette date est dans le futur. Le jour et le mois sont-ils inversés ?',
    it: 'Questa data è nel futuro. Giorno e mese sono invertiti?',
    ar: 'هذا الوقت في المستقبل. هل تبادل اليوم والشهر مكانيهما؟',
  },
  required: {
    en: 'The message is empty.',
    de: 'Die Nachricht ist leer.',
    fr: 'Le message est vide.',
    it: 'Il messaggio è vuoto.',
    ar: 'الرسالة فارغة.',
  },
  too_long: {
    en: 'The message is longer than 50,000 characters.',
    de: 'Die Nachricht ist länger als 50.000 Zeichen.',
    fr: 'Le message dépasse 50 000 caractères.',
    it: 'Il messaggio supera i 50.000 caratteri.',
    ar: 'الرسالة أطول من 50,000 حرف.',
  },
  control_char: {
    en: 'The message holds characters that are no text.',
    de: 'Die Nachricht enthält Zeichen, die kein Text sind.',
    fr: 'Le message contient des caractères qui ne sont pas du texte.',
    it: 'Il messaggio contiene caratteri che non sono testo.',
    ar: 'تحتوي الرسالة على محارف ليست نصاً.',
  },
  name: {
    en: 'The name is too long, or no name.',
    de: 'Der Name ist zu lang oder kein Name.',
    fr: 'Le nom est trop long, ou n’en est pas un.',
    it: 'Il nome è troppo lungo o non è un nome.',
    ar: 'الاسم طويل جداً أو غير صالح.',
  },
  topic: {
    en: 'The topic is longer than 80 characters, or has several lines.',
    de: 'Das Thema ist länger als 80 Zeichen oder hat mehrere Zeilen.',
    fr: 'Le sujet dépasse 80 caractères ou tient sur plusieurs lignes.',
    it: 'L’argomento supera gli 80 caratteri o occupa più righe.',
    ar: 'الموضوع أطول من 80 حرفاً أو من عدة أسطر.',
  },
  priority: {
    en: 'This is no priority: low, medium, high or urgent.',
    de: 'Das ist keine Priorität: niedrig, mittel, hoch oder dringend.',
    fr: 'Ce n’est pas une priorité : low, medium, high ou urgent.',
    it: 'Questa non è una priorità: low, medium, high o urgent.',
    ar: 'هذه ليست أولوية: low أو medium أو high أو urgent.',
  },
  language: {
    en: 'This is no language code such as en or de.',
    de: 'Das ist kein Sprachkürzel wie en oder de.',
    fr: 'Ce n’est pas un code de langue comme en ou fr.',
    it: 'Questo non è un codice di lingua come en o it.',
    ar: 'هذا ليس رمز لغة مثل en أو ar.',
  },
  message_id: {
    en: 'The id of the message is too long.',
    de: 'Die Kennung der Nachricht ist zu lang.',
    fr: 'L’identifiant du message est trop long.',
    it: 'L’identificativo del messaggio è troppo lungo.',
    ar: 'معرّف الرسالة طويل جداً.',
  },
  thread_id: {
    en: 'The id of the conversation is too long.',
    de: 'Die Kennung der Unterhaltung ist zu lang.',
    fr: 'L’identifiant de la conversation est trop long.',
    it: 'L’identificativo della conversazione è troppo lungo.',
    ar: 'معرّف المحادثة طويل جداً.',
  },
};

export const importWords = (rule: string, locale: Locale): string => WORDS[rule]?.[locale] ?? rule;

/** What is wrong with a row of a file of facts about customers; otherwise as in a message file. */
const FACT_WORDS: Record<string, Record<Locale, string>> = {
  unknown_customer: {
    en: 'There is no active customer with this address or id.',
    de: 'Mit dieser Adresse oder Kennung gibt es keinen aktiven Kunden.',
    fr: 'Aucun client actif n’a cette adresse ou cet identifiant.',
    it: 'Nessun cliente attivo ha questo indirizzo o identificativo.',
    ar: 'لا يوجد عميل نشط بهذا العنوان أو المعرّف.',
  },
  repeated_customer: {
    en: 'This customer stands in an earlier row.',
    de: 'Dieser Kunde steht schon in einer früheren Zeile.',
    fr: 'Ce client figure déjà dans une ligne précédente.',
    it: 'Questo cliente compare già in una riga precedente.',
    ar: 'ورد هذا العميل في سطر سابق.',
  },
  customer: {
    en: 'The first cell does not say which customer it is.',
    de: 'Die erste Zelle sagt nicht, um welchen Kunden es geht.',
    fr: 'La première cellule ne dit pas de quel client il s’agit.',
    it: 'La prima cella non indica di quale cliente si tratta.',
    ar: 'لا تحدّد الخلية الأولى العميل المقصود.',
  },
  too_many_facts: {
    en: 'More than 100 facts would be known about this customer.',
    de: 'Über diesen Kunden wären mehr als 100 Angaben bekannt.',
    fr: 'Plus de 100 informations seraient connues sur ce client.',
    it: 'Su questo cliente risulterebbero più di 100 informazioni.',
    ar: 'سيتجاوز عدد المعلومات عن هذا العميل 100 معلومة.',
  },
  too_long: {
    en: 'A value is longer than 500 characters.',
    de: 'Ein Wert ist länger als 500 Zeichen.',
    fr: 'Une valeur dépasse 500 caractères.',
    it: 'Un valore supera i 500 caratteri.',
    ar: 'توجد قيمة أطول من 500 حرف.',
  },
  line_break: {
    en: 'A value has several lines.',
    de: 'Ein Wert hat mehrere Zeilen.',
    fr: 'Une valeur comporte plusieurs lignes.',
    it: 'Un valore contiene più righe.',
    ar: 'توجد قيمة من عدة أسطر.',
  },
  control_char: {
    en: 'A value holds characters that are no text.',
    de: 'Ein Wert enthält Zeichen, die kein Text sind.',
    fr: 'Une valeur contient des caractères qui ne sont pas du texte.',
    it: 'Un valore contiene caratteri che non sono testo.',
    ar: 'توجد قيمة تحتوي على رموز ليست نصًا.',
  },
};

export const factWords = (rule: string, locale: Locale): string =>
  FACT_WORDS[rule]?.[locale] ?? importWords(rule, locale);

const COLUMNS: Record<Locale, string[]> = {
  en: ['Line', 'Problem'],
  de: ['Zeile', 'Problem'],
  fr: ['Ligne', 'Problème'],
  it: ['Riga', 'Problema'],
  ar: ['السطر', 'المشكلة'],
};

/** The heads of the columns that the file of such rows has before its own. */
export const importColumns = (locale: Locale): string[] => COLUMNS[locale];
