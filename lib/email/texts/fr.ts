import type { MailTexts } from './mail-texts';

const enTraitement = 'En cours de traitement';

export const fr: MailTexts = {
  greeting: (name) => `Bonjour ${name},`,
  customerStatus: {
    OPEN: enTraitement,
    ASSIGNED: enTraitement,
    IN_PROGRESS: enTraitement,
    WAITING_ON_CUSTOMER: 'En attente de votre réponse',
    RESOLVED: 'Résolue',
    CLOSED: 'Clôturée',
  },
  staffStatus: {
    OPEN: 'Ouvert',
    ASSIGNED: 'Assigné',
    IN_PROGRESS: 'En cours',
    WAITING_ON_CUSTOMER: 'En attente du client',
    RESOLVED: 'Résolu',
    CLOSED: 'Clos',
  },
  answerHere: 'Répondre ici',
  openTicket: 'Ouvrir le ticket',
  answerLine: 'Répondre ici :',
  openLine: 'Ouvrir ici :',
  notRead:
    'Les messages envoyés à l’adresse d’expédition de cet e-mail ne sont lus par personne. Merci de répondre sur la page.',
  answerMail: 'Répondez simplement à cet e-mail, ou ici :',
  answerAsStaff: 'Ou répondez à cet e-mail : ce que vous écrivez part au client, en votre nom.',
  whyCustomer: 'Vous recevez cet e-mail parce que vous nous avez demandé de l’aide.',
  whyStaff: 'Vous recevez cet e-mail parce que le ticket vous est assigné.',
  whyStranger: 'Si vous ne nous avez pas écrit, vous n’avez rien à faire.',
  you: 'Vous',
  files: {
    mailed: (names) => `En pièce jointe : ${names}`,
    onPage: (names) => `Sur la page : ${names}`,
    leftOut: (names) => `Non inclus dans cet e-mail : ${names}`,
  },
  received: {
    plain: 'Nous avons bien reçu votre demande',
    heading: 'Nous avons bien reçu votre demande',
    body: 'Un membre de l’équipe va l’examiner et vous répondre. Vous recevrez alors un e-mail ; d’ici là, vous pouvez la compléter à tout moment.',
  },
  reply: {
    heading: (author) => `${author} vous a répondu`,
    staffHeading: (author) => `${author} a répondu au client`,
    status: {
      OPEN: 'Votre demande est rouverte.',
      IN_PROGRESS: 'Votre demande est rouverte ; nous nous en occupons.',
      WAITING_ON_CUSTOMER: 'Pour continuer, nous avons besoin de votre réponse.',
      RESOLVED:
        'Nous pensons que le problème est ainsi résolu. Si ce n’est pas le cas, répondez simplement et nous poursuivrons.',
      CLOSED: 'Votre demande est ainsi clôturée. Une réponse en ouvre une nouvelle.',
    },
  },
  chat: {
    subject: (company) => `Votre chat avec ${company}`,
    heading: (company) => `${company} vous a répondu dans le chat`,
    action: 'Poursuivre le chat',
    answerMail: 'Répondez à cet e-mail, ou poursuivez le chat :',
    answerPage: 'Poursuivre le chat :',
    why: 'Vous recevez cet e-mail parce que cette adresse a été indiquée dans un chat. Si ce n’était pas vous, vous n’avez rien à faire.',
  },
  copy: {
    heading: (author) => `${author} vous a envoyé une copie`,
    why: 'Vous recevez cet e-mail parce que son auteur vous a mis en copie.',
    notRead: 'Les messages envoyés à l’adresse d’expédition de cet e-mail ne sont lus par personne.',
    answerMail: 'Votre réponse à cet e-mail parvient à son auteur.',
  },
  customerMessage: { heading: (author) => `${author} a écrit` },
  note: { heading: (author) => `${author} a laissé une note`, label: 'Note interne' },
  status: {
    headings: {
      OPEN: 'Votre demande est rouverte',
      ASSIGNED: 'Votre demande est rouverte',
      IN_PROGRESS: 'Nous nous en occupons à nouveau',
      WAITING_ON_CUSTOMER: 'Nous avons besoin de votre réponse',
      RESOLVED: 'Votre demande est résolue',
      CLOSED: 'Votre demande est clôturée',
    },
    bodies: {
      OPEN: 'Elle sera traitée par la prochaine personne disponible. Vous recevrez notre réponse par e-mail.',
      ASSIGNED: 'Un membre de l’équipe l’a prise en charge. Vous recevrez notre réponse par e-mail.',
      IN_PROGRESS: 'Un membre de l’équipe y travaille. Vous recevrez notre réponse par e-mail.',
      WAITING_ON_CUSTOMER:
        'Nous ne pouvons pas continuer sans vous. Merci de lire notre dernier message et d’y répondre.',
      RESOLVED: 'Si quelque chose ne va toujours pas, répondez simplement et nous poursuivrons.',
      CLOSED: 'Si vous avez de nouveau besoin de nous, répondez : une nouvelle demande sera ouverte.',
    },
    staffHeading: (actor) => (actor ? `${actor} a changé le statut` : 'Le statut a changé'),
    staffBody: (status) => `Nouveau statut : ${status}.`,
  },
  closing: {
    heading: 'Avez-vous encore besoin de nous ?',
    body: (days) =>
      `Nous vous avons posé une question et n’avons pas eu de réponse. Sans réponse de votre part d’ici ${days === 1 ? 'un jour' : `${days} jours`}, nous considérerons votre demande comme résolue. Répondez quand vous voulez, même après ce délai, et nous poursuivrons.`,
  },
  rating: {
    heading: 'Comment cela s’est-il passé ?',
    body: 'Votre demande est résolue. Comment cela s’est-il passé ? Choisissez une réponse ; sur la page qui s’ouvre, vous pouvez ajouter quelques mots avant de l’envoyer.',
    again: 'Vous pouvez modifier votre réponse pendant sept jours.',
    score: { 1: 'Très mal', 2: 'Mal', 3: 'Moyen', 4: 'Bien', 5: 'Très bien' },
  },
  assigned: {
    heading: 'Ce ticket est pour vous',
    by: (actor) => `${actor} vous l’a assigné.`,
    byRouting: 'Le routage vous l’a assigné.',
    why: 'Pourquoi vous :',
  },
  code: {
    subject: (company) => `Votre code pour ${company}`,
    heading: 'Votre code',
    body: (minutes) =>
      `Saisissez-le sur la page où vous l’avez demandé. Il est valable une seule fois, pendant ${minutes} minutes.`,
    requestedFrom: (place, address) => `Demandé pour ${address}, depuis ${place}.`,
    requestedFor: (address) => `Demandé pour ${address}.`,
    ignore:
      'Si vous n’êtes pas à l’origine de cette demande, ignorez cet e-mail. Ne communiquez jamais ce code ; nous ne vous le demanderons jamais.',
  },
  invitation: {
    subject: (company) => `Votre compte chez ${company}`,
    heading: 'Un compte vous attend',
    body: 'Choisissez un mot de passe et vous pourrez commencer.',
    action: 'Choisir un mot de passe',
    expires: (days) =>
      `Le lien fonctionne une seule fois, pendant ${days === 1 ? 'un jour' : `${days} jours`}.`,
    ignore: 'Si vous n’attendez pas de compte, ignorez cet e-mail.',
  },
  passwordReset: {
    subject: (company) => `Un nouveau mot de passe pour ${company}`,
    heading: 'Choisir un nouveau mot de passe',
    body: 'Un nouveau mot de passe a été demandé pour votre compte.',
    action: 'Choisir un nouveau mot de passe',
    expires: (hours) =>
      `Le lien fonctionne une seule fois, pendant ${hours === 1 ? 'une heure' : `${hours} heures`}.`,
    ignore:
      'Si vous n’êtes pas à l’origine de cette demande, ignorez cet e-mail : votre mot de passe reste inchangé.',
  },
  emailChanged: {
    subject: (company) => `Votre adresse chez ${company} a été modifiée`,
    heading: 'Votre compte a maintenant une autre adresse',
    body: 'Désormais, vous vous connectez avec la nouvelle adresse et les e-mails y sont envoyés. Celle-ci n’est plus utilisée.',
    notYou:
      'Si vous n’êtes pas à l’origine de ce changement, prévenez aussitôt les responsables du helpdesk.',
  },
  digest: {
    subject: (count, company) =>
      `${count === 1 ? 'Une notification non lue' : `${count} notifications non lues`} chez ${company}`,
    heading: (count) =>
      count === 1
        ? 'Vous n’avez pas encore lu cette notification'
        : 'Vous n’avez pas encore lu ces notifications',
    line: {
      mention: (actor) => `${actor ?? 'Quelqu’un'} vous mentionne dans une note`,
      assigned: (actor) =>
        actor ? `${actor} vous a assigné un ticket` : 'Le routage vous a assigné un ticket',
      customer_message: (actor) => `${actor ?? 'Le client'} a écrit dans votre ticket`,
      colleague_message: (actor) => `${actor ?? 'Un collègue'} a écrit dans votre ticket`,
      followed: (actor) =>
        actor ? `${actor} a modifié un ticket que vous suivez` : 'Un ticket que vous suivez a été modifié',
      promise_due: () => 'Aucune réponse n’est arrivée à l’échéance prévue',
      low_rating: (actor) => `${actor ?? 'Un client'} n’est pas satisfait de l’aide`,
      mailbox_down: () => 'La boîte aux lettres ne peut pas être relevée',
      mailbox_up: () => 'La boîte aux lettres est de nouveau relevée',
      stopped: () => 'L’un de vos messages a été bloqué et vous attend',
    },
    why: 'Vous recevez cet e-mail parce que cela est resté non lu pendant dix minutes.',
    choose: 'Choisir vos notifications et leur mode d’envoi :',
  },
  test: {
    subject: (company) => `E-mail de test (${company})`,
    heading: 'L’envoi d’e-mails fonctionne',
    body: 'Cet e-mail a suivi le chemin de tous les autres : d’abord enregistré, puis remis au serveur de messagerie par le worker.',
    ignore: 'Vous le recevez parce que vous l’avez demandé sur la page système ou pendant la configuration.',
  },
};
