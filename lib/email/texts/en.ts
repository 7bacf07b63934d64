import type { MailTexts } from './mail-texts';

const weAreOnIt = 'We are on it';

export const en: MailTexts = {
  greeting: (name) => `Hello ${name},`,
  customerStatus: {
    OPEN: weAreOnIt,
    ASSIGNED: weAreOnIt,
    IN_PROGRESS: weAreOnIt,
    WAITING_ON_CUSTOMER: 'Waiting for you',
    RESOLVED: 'Solved',
    CLOSED: 'Closed',
  },
  staffStatus: {
    OPEN: 'Open',
    ASSIGNED: 'Assigned',
    IN_PROGRESS: 'In progress',
    WAITING_ON_CUSTOMER: 'Waiting on customer',
    RESOLVED: 'Resolved',
    CLOSED: 'Closed',
  },
  answerHere: 'Answer here',
  openTicket: 'Open the ticket',
  answerLine: 'Answer here:',
  openLine: 'Open it here:',
  notRead: 'Nobody reads what is sent to the address this mail came from. Please answer on the page.',
  whyCustomer: 'You get this mail because you asked us for help.',
  whyStaff: 'You get this mail because the ticket is assigned to you.',
  whyStranger: 'If you did not write to us, you need not do anything.',
  you: 'You',
  files: {
    mailed: (names) => `Attached: ${names}`,
    onPage: (names) => `On the page: ${names}`,
    leftOut: (names) => `Not in this mail: ${names}`,
  },
  received: {
    plain: 'We got your request',
    heading: 'We got your request',
    body: 'Somebody will look at it and answer. You will get a mail when they do; until then you can add to it any time.',
  },
  reply: {
    heading: (author) => `${author} answered you`,
    staffHeading: (author) => `${author} answered the customer`,
    status: {
      OPEN: 'Your request is open again.',
      IN_PROGRESS: 'Your request is open again; we are on it.',
      WAITING_ON_CUSTOMER: 'To go on, we need an answer from you.',
      RESOLVED: 'We think that this solves it. If it does not, just answer and we go on.',
      CLOSED: 'With this your request is closed. An answer opens a new one.',
    },
  },
  copy: {
    heading: (author) => `${author} sent you a copy`,
    why: 'You get this mail because its author put you in copy.',
    notRead: 'Nobody reads what is sent to the address this mail came from.',
  },
  customerMessage: { heading: (author) => `${author} wrote` },
  note: { heading: (author) => `${author} left a note`, label: 'Internal note' },
  status: {
    headings: {
      OPEN: 'Your request is open again',
      ASSIGNED: 'Your request is open again',
      IN_PROGRESS: 'We are on it again',
      WAITING_ON_CUSTOMER: 'We need an answer from you',
      RESOLVED: 'Your request is solved',
      CLOSED: 'Your request is closed',
    },
    bodies: {
      OPEN: 'It waits for the next of us who is free. You will get a mail with our answer.',
      ASSIGNED: 'One of us has it. You will get a mail with our answer.',
      IN_PROGRESS: 'One of us is working on it. You will get a mail with our answer.',
      WAITING_ON_CUSTOMER: 'We cannot go on without you. Please look at what we wrote last, and answer.',
      RESOLVED: 'If something is still not right, just answer and we go on.',
      CLOSED: 'If you need us again, answer, and a new request is opened.',
    },
    staffHeading: (actor) => (actor ? `${actor} changed the status` : 'The status changed'),
    staffBody: (status) => `It is now: ${status}.`,
  },
  closing: {
    heading: 'Do you still need us?',
    body: (days) =>
      `We asked you something and have not heard from you. If you do not answer within ${days === 1 ? 'one day' : `${days} days`}, we take it that your request is solved. Answer any time, also after that, and we go on.`,
  },
  assigned: {
    heading: 'This one is yours',
    by: (actor) => `${actor} assigned it to you.`,
    byRouting: 'It was routed to you.',
    why: 'Why you:',
  },
  code: {
    subject: (company) => `Your code for ${company}`,
    heading: 'Your code',
    body: (minutes) => `Type it on the page where you asked for it. It works once, for ${minutes} minutes.`,
    requestedFrom: (place, address) => `Asked for ${address}, from ${place}.`,
    requestedFor: (address) => `Asked for ${address}.`,
    ignore: 'If that was not you, ignore this mail. Never tell the code to anybody; we never ask for it.',
  },
  invitation: {
    subject: (company) => `Your account at ${company}`,
    heading: 'An account is ready for you',
    body: 'Choose a password and you can start.',
    action: 'Choose a password',
    expires: (days) => `The link works once, for ${days === 1 ? 'one day' : `${days} days`}.`,
    ignore: 'If you do not expect an account, ignore this mail.',
  },
  passwordReset: {
    subject: (company) => `A new password for ${company}`,
    heading: 'Choose a new password',
    body: 'Somebody asked for a new password for your account.',
    action: 'Choose a new password',
    expires: (hours) => `The link works once, for ${hours === 1 ? 'one hour' : `${hours} hours`}.`,
    ignore: 'If that was not you, ignore this mail: your password stays as it is.',
  },
  emailChanged: {
    subject: (company) => `Your address at ${company} was changed`,
    heading: 'Your account has another address now',
    body: 'From now on you sign in with the new address, and mails go there. This one is no longer used.',
    notYou: 'If that was not you, tell whoever runs the helpdesk at once.',
  },
  digest: {
    subject: (count, company) =>
      `${count === 1 ? 'One unread notice' : `${count} unread notices`} at ${company}`,
    heading: (count) => (count === 1 ? 'You have not read this yet' : 'You have not read these yet'),
    line: {
      mention: (actor) => `${actor ?? 'Somebody'} named you in a note`,
      assigned: (actor) => (actor ? `${actor} gave you a ticket` : 'A ticket was routed to you'),
      customer_message: (actor) => `${actor ?? 'The customer'} wrote on your ticket`,
      colleague_message: (actor) => `${actor ?? 'A colleague'} wrote on your ticket`,
      followed: (actor) =>
        actor ? `${actor} changed a ticket that you follow` : 'A ticket that you follow changed',
      promise_due: () => 'No answer came by the time that you watched',
      stopped: () => 'A message of yours was stopped and waits for you',
    },
    why: 'You get this mail because it stayed unread for ten minutes.',
    choose: 'Choose what you are told, and how:',
  },
  test: {
    subject: (company) => `Test mail from ${company}`,
    heading: 'Mail works',
    body: 'This mail took the way that every mail takes: written down first, then handed to the mail server by the worker.',
    ignore: 'You get it because you asked for it on the system page or while setting up.',
  },
};
