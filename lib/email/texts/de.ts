import type { MailTexts } from './mail-texts';

const wirSindDran = 'Wir sind dran';

export const de: MailTexts = {
  greeting: (name) => `Guten Tag ${name},`,
  customerStatus: {
    OPEN: wirSindDran,
    ASSIGNED: wirSindDran,
    IN_PROGRESS: wirSindDran,
    WAITING_ON_CUSTOMER: 'Wartet auf Sie',
    RESOLVED: 'Gelöst',
    CLOSED: 'Geschlossen',
  },
  staffStatus: {
    OPEN: 'Offen',
    ASSIGNED: 'Zugewiesen',
    IN_PROGRESS: 'In Arbeit',
    WAITING_ON_CUSTOMER: 'Wartet auf Kunden',
    RESOLVED: 'Gelöst',
    CLOSED: 'Geschlossen',
  },
  answerHere: 'Hier antworten',
  openTicket: 'Ticket öffnen',
  answerLine: 'Hier antworten:',
  openLine: 'Hier öffnen:',
  notRead:
    'Was an den Absender dieser E-Mail geschickt wird, liest niemand. Bitte antworten Sie auf der Seite.',
  answerMail: 'Antworten Sie einfach auf diese Mail, oder hier:',
  answerAsStaff: 'Oder antworten Sie auf diese Mail: Was Sie schreiben, geht in Ihrem Namen an den Kunden.',
  whyCustomer: 'Sie erhalten diese E-Mail, weil Sie uns um Hilfe gebeten haben.',
  whyStaff: 'Sie erhalten diese E-Mail, weil Ihnen das Ticket zugewiesen ist.',
  whyStranger: 'Wenn Sie uns nicht geschrieben haben, brauchen Sie nichts zu tun.',
  you: 'Sie',
  files: {
    mailed: (names) => `Angehängt: ${names}`,
    onPage: (names) => `Auf der Seite: ${names}`,
    leftOut: (names) => `Nicht in dieser E-Mail: ${names}`,
  },
  received: {
    plain: 'Ihre Anfrage ist angekommen',
    heading: 'Ihre Anfrage ist angekommen',
    body: 'Jemand von uns sieht sie sich an und antwortet. Dann erhalten Sie eine E-Mail; bis dahin können Sie jederzeit etwas ergänzen.',
  },
  reply: {
    heading: (author) => `${author} hat Ihnen geantwortet`,
    staffHeading: (author) => `${author} hat dem Kunden geantwortet`,
    status: {
      OPEN: 'Ihre Anfrage ist wieder offen.',
      IN_PROGRESS: 'Ihre Anfrage ist wieder offen; wir sind dran.',
      WAITING_ON_CUSTOMER: 'Um weiterzukommen, brauchen wir eine Antwort von Ihnen.',
      RESOLVED:
        'Wir denken, dass es damit gelöst ist. Wenn nicht, antworten Sie einfach, und wir machen weiter.',
      CLOSED: 'Damit ist Ihre Anfrage geschlossen. Eine Antwort eröffnet eine neue.',
    },
  },
  chat: {
    subject: (company) => `Ihr Chat mit ${company}`,
    heading: (company) => `${company} hat Ihnen im Chat geantwortet`,
    action: 'Chat fortsetzen',
    answerMail: 'Antworten Sie einfach auf diese E-Mail, oder setzen Sie den Chat fort:',
    answerPage: 'Chat fortsetzen:',
    why: 'Sie bekommen diese E-Mail, weil diese Adresse in einem Chat angegeben wurde. Waren Sie das nicht, müssen Sie nichts tun.',
  },
  copy: {
    heading: (author) => `${author} hat Ihnen eine Kopie geschickt`,
    why: 'Sie bekommen diese Mail, weil Sie in Kopie gesetzt wurden.',
    notRead: 'Was an die Adresse dieser Mail geschickt wird, liest niemand.',
    answerMail: 'Wenn Sie auf diese Mail antworten, erreichen Sie, wer sie geschrieben hat.',
  },
  customerMessage: { heading: (author) => `${author} hat geschrieben` },
  note: { heading: (author) => `${author} hat eine Notiz hinterlassen`, label: 'Interne Notiz' },
  status: {
    headings: {
      OPEN: 'Ihre Anfrage ist wieder offen',
      ASSIGNED: 'Ihre Anfrage ist wieder offen',
      IN_PROGRESS: 'Wir sind wieder dran',
      WAITING_ON_CUSTOMER: 'Wir brauchen eine Antwort von Ihnen',
      RESOLVED: 'Ihre Anfrage ist gelöst',
      CLOSED: 'Ihre Anfrage ist geschlossen',
    },
    bodies: {
      OPEN: 'Sie wartet auf den Nächsten von uns, der frei ist. Unsere Antwort kommt per E-Mail.',
      ASSIGNED: 'Jemand von uns hat sie übernommen. Unsere Antwort kommt per E-Mail.',
      IN_PROGRESS: 'Jemand von uns arbeitet daran. Unsere Antwort kommt per E-Mail.',
      WAITING_ON_CUSTOMER:
        'Ohne Sie kommen wir nicht weiter. Bitte sehen Sie nach, was wir zuletzt geschrieben haben, und antworten Sie.',
      RESOLVED: 'Wenn noch etwas nicht stimmt, antworten Sie einfach, und wir machen weiter.',
      CLOSED: 'Wenn Sie uns wieder brauchen, antworten Sie; dann wird eine neue Anfrage eröffnet.',
    },
    staffHeading: (actor) => (actor ? `${actor} hat den Status geändert` : 'Der Status wurde geändert'),
    staffBody: (status) => `Er ist jetzt: ${status}.`,
  },
  closing: {
    heading: 'Brauchen Sie uns noch?',
    body: (days) =>
      `Wir haben Sie etwas gefragt und nichts von Ihnen gehört. Wenn Sie nicht innerhalb von ${days === 1 ? 'einem Tag' : `${days} Tagen`} antworten, nehmen wir an, dass Ihre Anfrage gelöst ist. Antworten Sie jederzeit, auch danach, und wir machen weiter.`,
  },
  rating: {
    heading: 'Wie war unsere Hilfe?',
    body: 'Ihre Anfrage ist gelöst. Wie lief es? Wählen Sie eines aus; auf der Seite, die sich öffnet, können Sie noch ein paar Worte dazu schreiben, bevor Sie es senden.',
    again: 'Sie können Ihre Antwort sieben Tage lang ändern.',
    score: { 1: 'Sehr schlecht', 2: 'Schlecht', 3: 'Geht so', 4: 'Gut', 5: 'Sehr gut' },
  },
  assigned: {
    heading: 'Das ist jetzt Ihres',
    by: (actor) => `${actor} hat es Ihnen zugewiesen.`,
    byRouting: 'Es wurde Ihnen zugeteilt.',
    why: 'Warum Sie:',
  },
  code: {
    subject: (company) => `Ihr Code für ${company}`,
    heading: 'Ihr Code',
    body: (minutes) =>
      `Geben Sie ihn auf der Seite ein, auf der Sie ihn angefordert haben. Er gilt einmal und ${minutes} Minuten lang.`,
    requestedFrom: (place, address) => `Angefordert für ${address}, von ${place}.`,
    requestedFor: (address) => `Angefordert für ${address}.`,
    ignore:
      'Wenn Sie das nicht waren, beachten Sie diese E-Mail nicht. Sagen Sie den Code niemandem; wir fragen nie danach.',
  },
  invitation: {
    subject: (company) => `Ihr Konto bei ${company}`,
    heading: 'Ein Konto steht für Sie bereit',
    body: 'Wählen Sie ein Passwort, dann kann es losgehen.',
    action: 'Passwort wählen',
    expires: (days) => `Der Link gilt einmal und ${days === 1 ? 'einen Tag' : `${days} Tage`} lang.`,
    ignore: 'Wenn Sie kein Konto erwarten, beachten Sie diese E-Mail nicht.',
  },
  passwordReset: {
    subject: (company) => `Ein neues Passwort für ${company}`,
    heading: 'Neues Passwort wählen',
    body: 'Jemand hat für Ihr Konto ein neues Passwort angefordert.',
    action: 'Neues Passwort wählen',
    expires: (hours) => `Der Link gilt einmal und ${hours === 1 ? 'eine Stunde' : `${hours} Stunden`} lang.`,
    ignore: 'Wenn Sie das nicht waren, beachten Sie diese E-Mail nicht: Ihr Passwort bleibt, wie es ist.',
  },
  emailChanged: {
    subject: (company) => `Ihre Adresse bei ${company} wurde geändert`,
    heading: 'Ihr Konto hat jetzt eine andere Adresse',
    body: 'Ab jetzt melden Sie sich mit der neuen Adresse an, und E-Mails gehen dorthin. Diese wird nicht mehr verwendet.',
    notYou: 'Wenn Sie das nicht waren, sagen Sie es gleich denen, die den Helpdesk betreiben.',
  },
  digest: {
    subject: (count, company) =>
      `${count === 1 ? 'Ein ungelesener Hinweis' : `${count} ungelesene Hinweise`} bei ${company}`,
    heading: (count) =>
      count === 1 ? 'Das haben Sie noch nicht gelesen' : 'Diese haben Sie noch nicht gelesen',
    line: {
      mention: (actor) => `${actor ?? 'Jemand'} hat Sie in einer Notiz genannt`,
      assigned: (actor) =>
        actor ? `${actor} hat Ihnen ein Ticket gegeben` : 'Ein Ticket wurde Ihnen zugeteilt',
      customer_message: (actor) => `${actor ?? 'Der Kunde'} hat in Ihrem Ticket geschrieben`,
      colleague_message: (actor) => `${actor ?? 'Ein Kollege'} hat in Ihrem Ticket geschrieben`,
      followed: (actor) =>
        actor
          ? `${actor} hat ein Ticket geändert, dem Sie folgen`
          : 'Ein Ticket, dem Sie folgen, hat sich geändert',
      promise_due: () => 'Bis zur vorgemerkten Zeit kam keine Antwort',
      low_rating: (actor) => `${actor ?? 'Ein Kunde'} war mit der Hilfe nicht zufrieden`,
      mailbox_down: () => 'Das Postfach ist nicht abrufbar',
      mailbox_up: () => 'Das Postfach wird wieder abgerufen',
      stopped: () => 'Eine Nachricht von Ihnen wurde aufgehalten und wartet auf Sie',
    },
    why: 'Sie erhalten diese E-Mail, weil es zehn Minuten ungelesen blieb.',
    choose: 'Wählen, worüber und wie Sie benachrichtigt werden:',
  },
  test: {
    subject: (company) => `Testmail von ${company}`,
    heading: 'E-Mail funktioniert',
    body: 'Diese E-Mail ging den Weg, den jede geht: zuerst notiert, dann vom Worker dem Mailserver übergeben.',
    ignore: 'Sie bekommen sie, weil Sie sie auf der Systemseite oder beim Einrichten angefordert haben.',
  },
};
