import type { MailTexts } from './mail-texts';

const ceNeOccupiamo = 'Ce ne occupiamo noi';

export const it: MailTexts = {
  greeting: (name) => `Buongiorno ${name},`,
  customerStatus: {
    OPEN: ceNeOccupiamo,
    ASSIGNED: ceNeOccupiamo,
    IN_PROGRESS: ceNeOccupiamo,
    WAITING_ON_CUSTOMER: 'In attesa di Sua risposta',
    RESOLVED: 'Risolta',
    CLOSED: 'Chiusa',
  },
  staffStatus: {
    OPEN: 'Aperto',
    ASSIGNED: 'Assegnato',
    IN_PROGRESS: 'In lavorazione',
    WAITING_ON_CUSTOMER: 'In attesa del cliente',
    RESOLVED: 'Risolto',
    CLOSED: 'Chiuso',
  },
  answerHere: 'Rispondi qui',
  openTicket: 'Apri il ticket',
  answerLine: 'Per rispondere:',
  openLine: 'Per aprirlo:',
  notRead:
    'Nessuno legge ciò che viene inviato all’indirizzo da cui proviene questa email. La preghiamo di rispondere dalla pagina.',
  answerMail: 'Basta rispondere a questa email, oppure qui:',
  answerAsStaff: 'Oppure risponda a questa email: ciò che scrive va al cliente, a Suo nome.',
  whyCustomer: 'Riceve questa email perché ci ha chiesto assistenza.',
  whyStaff: 'Ricevi questa email perché il ticket è assegnato a te.',
  whyStranger: 'Se non ci ha scritto, può ignorare questa email.',
  you: 'Lei',
  files: {
    mailed: (names) => `In allegato: ${names}`,
    onPage: (names) => `Sulla pagina: ${names}`,
    leftOut: (names) => `Non inclusi in questa email: ${names}`,
  },
  received: {
    plain: 'Abbiamo ricevuto la Sua richiesta',
    heading: 'Abbiamo ricevuto la Sua richiesta',
    body: 'Qualcuno la esaminerà e Le risponderà. Quando accadrà, riceverà un’email; nel frattempo può aggiungere informazioni in qualsiasi momento.',
  },
  reply: {
    heading: (author) => `${author} Le ha risposto`,
    staffHeading: (author) => `${author} ha risposto al cliente`,
    status: {
      OPEN: 'La Sua richiesta è di nuovo aperta.',
      IN_PROGRESS: 'La Sua richiesta è di nuovo aperta; ce ne stiamo occupando.',
      WAITING_ON_CUSTOMER: 'Per proseguire ci serve una Sua risposta.',
      RESOLVED: 'Riteniamo che il problema sia risolto. In caso contrario, basta rispondere e proseguiamo.',
      CLOSED: 'Con questo la Sua richiesta è chiusa. Una risposta ne apre una nuova.',
    },
  },
  chat: {
    subject: (company) => `La Sua chat con ${company}`,
    heading: (company) => `${company} Le ha risposto nella chat`,
    action: 'Prosegui la chat',
    answerMail: 'Risponda a questa email, oppure prosegua la chat:',
    answerPage: 'Prosegua la chat:',
    why: 'Riceve questa email perché questo indirizzo è stato indicato in una chat. Se non è stato Lei, non deve fare nulla.',
  },
  copy: {
    heading: (author) => `${author} Le ha inviato una copia`,
    why: 'Riceve questa email perché chi l’ha scritta ha messo in copia il Suo indirizzo.',
    notRead: 'Nessuno legge ciò che viene inviato all’indirizzo da cui proviene questa email.',
    answerMail: 'Se risponde a questa email, la risposta arriva a chi l’ha scritta.',
  },
  customerMessage: { heading: (author) => `${author} ha scritto` },
  note: { heading: (author) => `${author} ha lasciato una nota`, label: 'Nota interna' },
  status: {
    headings: {
      OPEN: 'La Sua richiesta è di nuovo aperta',
      ASSIGNED: 'La Sua richiesta è di nuovo aperta',
      IN_PROGRESS: 'Ce ne stiamo occupando di nuovo',
      WAITING_ON_CUSTOMER: 'Ci serve una Sua risposta',
      RESOLVED: 'La Sua richiesta è risolta',
      CLOSED: 'La Sua richiesta è chiusa',
    },
    bodies: {
      OPEN: 'È in attesa della prima persona libera. Riceverà un’email con la nostra risposta.',
      ASSIGNED: 'Uno di noi l’ha presa in carico. Riceverà un’email con la nostra risposta.',
      IN_PROGRESS: 'Uno di noi ci sta lavorando. Riceverà un’email con la nostra risposta.',
      WAITING_ON_CUSTOMER:
        'Senza di Lei non possiamo proseguire. La preghiamo di leggere il nostro ultimo messaggio e di rispondere.',
      RESOLVED: 'Se qualcosa ancora non va, basta rispondere e proseguiamo.',
      CLOSED: 'Se avrà ancora bisogno di noi, basta rispondere: si aprirà una nuova richiesta.',
    },
    staffHeading: (actor) => (actor ? `${actor} ha cambiato lo stato` : 'Lo stato è cambiato'),
    staffBody: (status) => `Ora è: ${status}.`,
  },
  closing: {
    heading: 'Ha ancora bisogno di noi?',
    body: (days) =>
      `Le abbiamo fatto una domanda e non abbiamo ricevuto risposta. Se non risponde entro ${days === 1 ? 'un giorno' : `${days} giorni`}, considereremo risolta la Sua richiesta. Può rispondere in qualsiasi momento, anche dopo, e proseguiamo.`,
  },
  rating: {
    heading: 'Com’è andata con il nostro aiuto?',
    body: 'La Sua richiesta è risolta. Com’è andata? Scelga una risposta; nella pagina che si apre può aggiungere qualche parola prima di inviarla.',
    again: 'Può modificare la risposta per sette giorni.',
    score: { 1: 'Molto male', 2: 'Male', 3: 'Così così', 4: 'Bene', 5: 'Molto bene' },
  },
  assigned: {
    heading: 'Questo ticket ora è tuo',
    by: (actor) => `${actor} te lo ha assegnato.`,
    byRouting: 'Ti è stato assegnato automaticamente.',
    why: 'Perché a te:',
  },
  code: {
    subject: (company) => `Il Suo codice per ${company}`,
    heading: 'Il Suo codice',
    body: (minutes) =>
      `Lo inserisca nella pagina in cui lo ha richiesto. Funziona una sola volta, per ${minutes} minuti.`,
    requestedFrom: (place, address) => `Richiesto per ${address}, da ${place}.`,
    requestedFor: (address) => `Richiesto per ${address}.`,
    ignore:
      'Se la richiesta non proviene da Lei, ignori questa email. Non comunichi il codice a nessuno; noi non lo chiediamo mai.',
  },
  invitation: {
    subject: (company) => `Il Suo account presso ${company}`,
    heading: 'Un account è pronto per Lei',
    body: 'Basta scegliere una password per iniziare.',
    action: 'Scegli una password',
    expires: (days) => `Il link funziona una sola volta, per ${days === 1 ? 'un giorno' : `${days} giorni`}.`,
    ignore: 'Se non aspettava alcun account, ignori questa email.',
  },
  passwordReset: {
    subject: (company) => `Una nuova password per ${company}`,
    heading: 'Scelga una nuova password',
    body: 'È stata richiesta una nuova password per il Suo account.',
    action: 'Scegli una nuova password',
    expires: (hours) => `Il link funziona una sola volta, per ${hours === 1 ? 'un’ora' : `${hours} ore`}.`,
    ignore: 'Se la richiesta non proviene da Lei, ignori questa email: la password resta invariata.',
  },
  emailChanged: {
    subject: (company) => `Il Suo indirizzo presso ${company} è stato cambiato`,
    heading: 'Il Suo account ha ora un altro indirizzo',
    body: 'Da ora si accede con il nuovo indirizzo, e le email arrivano lì. Questo non viene più utilizzato.',
    notYou: 'Se la modifica non proviene da Lei, avvisi subito chi gestisce l’helpdesk.',
  },
  digest: {
    subject: (count, company) =>
      `${count === 1 ? 'Una notifica non letta' : `${count} notifiche non lette`} su ${company}`,
    heading: (count) =>
      count === 1
        ? 'Questa notifica non è ancora stata letta'
        : 'Queste notifiche non sono ancora state lette',
    line: {
      mention: (actor) => `${actor ?? 'Qualcuno'} ti ha menzionato in una nota`,
      assigned: (actor) =>
        actor ? `${actor} ti ha assegnato un ticket` : 'Un ticket ti è stato assegnato automaticamente',
      customer_message: (actor) => `${actor ?? 'Il cliente'} ha scritto nel tuo ticket`,
      colleague_message: (actor) => `${actor ?? 'Un collega'} ha scritto nel tuo ticket`,
      followed: (actor) =>
        actor ? `${actor} ha modificato un ticket che segui` : 'Un ticket che segui è cambiato',
      promise_due: () => 'Nessuna risposta entro il termine previsto',
      low_rating: (actor) => `${actor ?? 'Un cliente'} non è soddisfatto dell’aiuto`,
      mailbox_down: () => 'La casella non può essere scaricata',
      mailbox_up: () => 'La casella viene di nuovo scaricata',
      stopped: () => 'Un tuo messaggio è stato bloccato e ti aspetta',
    },
    why: 'Ricevi questa email perché le notifiche sono rimaste non lette per dieci minuti.',
    choose: 'Scegli quali notifiche ricevere, e come:',
  },
  test: {
    subject: (company) => `Email di prova da ${company}`,
    heading: 'Le email funzionano',
    body: 'Questa email ha seguito il percorso di tutte le altre: prima registrata, poi consegnata al server di posta dal worker.',
    ignore: 'La ricevi perché l’hai richiesta dalla pagina Sistema o durante la configurazione.',
  },
};
