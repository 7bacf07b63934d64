/** What a caller hears where the line has no words of its own. */
export interface LineWords {
  greeting: string;
  /** Said again and again while he waits. */
  wait: string;
  held: string;
  /** Before he is put through, where the line records its calls. */
  recorded: string;
  closed: string;
  voicemail: string;
  thanks: string;
  /** "For English, press {digit}." */
  menu: string;
}

const OWN: Record<string, LineWords> = {
  en: {
    greeting: 'Hello. We are looking for somebody who can help you.',
    wait: 'Please stay on the line. You will be put through as soon as somebody is free.',
    held: 'One moment, please. We will be back with you soon.',
    recorded: 'This call is recorded to help you better.',
    closed: 'Nobody is here at the moment. Please call again during our opening hours.',
    voicemail:
      'Nobody can take your call at the moment. Please leave a message after the tone. We will call you back.',
    thanks: 'Thank you. We will call you back. Goodbye.',
    menu: 'For English, press {digit}.',
  },
  de: {
    greeting: 'Guten Tag. Wir suchen jemanden, der Ihnen helfen kann.',
    wait: 'Bitte bleiben Sie am Apparat. Sie werden verbunden, sobald jemand frei ist.',
    held: 'Einen Moment bitte. Wir sind gleich wieder für Sie da.',
    recorded: 'Dieses Gespräch wird aufgezeichnet, damit wir Ihnen besser helfen können.',
    closed: 'Im Moment ist niemand da. Bitte rufen Sie während unserer Öffnungszeiten wieder an.',
    voicemail:
      'Im Moment kann niemand Ihren Anruf annehmen. Bitte sprechen Sie nach dem Ton. Wir rufen Sie zurück.',
    thanks: 'Vielen Dank. Wir rufen Sie zurück. Auf Wiederhören.',
    menu: 'Für Deutsch drücken Sie die {digit}.',
  },
  fr: {
    greeting: 'Bonjour. Nous cherchons quelqu’un qui puisse vous aider.',
    wait: 'Veuillez rester en ligne. Nous vous passons quelqu’un dès que possible.',
    held: 'Un instant, s’il vous plaît. Nous revenons vers vous tout de suite.',
    recorded: 'Cet appel est enregistré afin de mieux vous aider.',
    closed: 'Il n’y a personne pour le moment. Veuillez rappeler pendant nos heures d’ouverture.',
    voicemail:
      'Personne ne peut prendre votre appel pour le moment. Laissez un message après le bip. Nous vous rappellerons.',
    thanks: 'Merci. Nous vous rappellerons. Au revoir.',
    menu: 'Pour le français, tapez {digit}.',
  },
  it: {
    greeting: 'Buongiorno. Stiamo cercando qualcuno che possa aiutarla.',
    wait: 'Resti in linea, per favore. La metteremo in contatto appena qualcuno è libero.',
    held: 'Un momento, per favore. Torniamo subito da lei.',
    recorded: 'Questa chiamata è registrata per aiutarla meglio.',
    closed: 'Al momento non c’è nessuno. Richiami durante i nostri orari di apertura.',
    voicemail: 'Al momento nessuno può rispondere. Lasci un messaggio dopo il segnale. La richiameremo.',
    thanks: 'Grazie. La richiameremo. Arrivederci.',
    menu: 'Per l’italiano, prema {digit}.',
  },
  ar: {
    greeting: 'مرحبًا. نبحث لك عن شخص يمكنه مساعدتك.',
    wait: 'يرجى البقاء على الخط. سنوصلك بمجرد أن يتفرغ أحد.',
    held: 'لحظة من فضلك. سنعود إليك قريبًا.',
    recorded: 'تُسجَّل هذه المكالمة لنساعدك على نحو أفضل.',
    closed: 'لا يوجد أحد الآن. يرجى الاتصال خلال ساعات العمل.',
    voicemail: 'لا يمكن لأحد الرد على مكالمتك الآن. اترك رسالة بعد الصافرة وسنعاود الاتصال بك.',
    thanks: 'شكرًا لك. سنعاود الاتصال بك. مع السلامة.',
    menu: 'للعربية، اضغط {digit}.',
  },
};

/** What a line may say in its own words, by language. */
export type OwnWords = Record<string, Partial<Pick<LineWords, 'greeting' | 'wait' | 'recorded'>>>;

/** The words of a line in a language: its own first, then ours, in English where we have none. */
export const wordsOf = (own: OwnWords, language: string | null): LineWords => {
  const code = language ?? 'en';
  const said = Object.entries(own[code] ?? {}).filter(([, text]) => text);
  return { ...(OWN[code] ?? OWN.en!), ...Object.fromEntries(said) };
};

/** Languages in which we can say of ourselves that we are spoken. */
export const hasMenuWords = (language: string): boolean => language in OWN;

/** What a provider calls the voice of a language. */
const VOICES: Record<string, string> = {
  ...{ en: 'en-US', de: 'de-DE', fr: 'fr-FR', it: 'it-IT', ar: 'arb', es: 'es-ES', pt: 'pt-PT' },
  ...{ nl: 'nl-NL', pl: 'pl-PL', ru: 'ru-RU', tr: 'tr-TR', sv: 'sv-SE', da: 'da-DK', ja: 'ja-JP' },
};
export const voiceOf = (language: string | null): string => VOICES[language ?? 'en'] ?? 'en-US';
