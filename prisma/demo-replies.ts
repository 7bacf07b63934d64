import { createCannedReply } from '@/lib/commands/create-canned-reply';
import { prisma } from '@/lib/db/prisma';
import type { Actor } from '@/lib/rules/permissions';
import { createCannedReplyInput } from '@/lib/schemas/canned-reply';

/** What a lender's support desk answers most often; the topics are those of demo-texts.ts. */
const REPLIES = [
  {
    short_code: 'application-status',
    title: 'Where an application stands',
    folder: 'Loans',
    topic: 'applications',
    bodies: {
      en: `Hello {{customer.first_name|there}},

thank you for asking. I have looked at your application: it is being reviewed. Most reviews are done within one working day, and you get a message as soon as there is a decision. You need not apply again; a second application starts the review anew.

If you do not hear from us by tomorrow evening, answer here and I look into it myself.

{{agent.first_name|Your support team}}
{{workspace.name}}`,
      de: `Guten Tag {{customer.name}},

danke für Ihre Nachfrage. Ich habe nachgesehen: Ihr Antrag wird gerade geprüft. Die meisten Prüfungen sind nach einem Werktag fertig, und Sie bekommen eine Nachricht, sobald entschieden ist. Bitte stellen Sie keinen zweiten Antrag; damit begänne die Prüfung von vorn.

Wenn Sie bis morgen Abend nichts hören, antworten Sie hier, und ich gehe der Sache selbst nach.

{{agent.first_name|Ihr Support}}
{{workspace.name}}`,
    },
  },
  {
    short_code: 'rejected',
    title: 'Why an application was rejected',
    folder: 'Loans',
    topic: 'applications',
    bodies: {
      en: `Hello {{customer.first_name|there}},

I am sorry that your application was not accepted. The decision rests on several things together: your earlier repayments, your entries at the credit bureau and the details you gave. I cannot change it, but I can tell you what helps: clear open loans, check that your name and ID number are written exactly as in your ID, and apply again after 7 days.

If you believe that one of our records is wrong, tell me which one, and I have it checked.

{{agent.first_name|Your support team}}`,
      de: `Guten Tag {{customer.name}},

es tut mir leid, dass Ihr Antrag nicht angenommen wurde. Die Entscheidung beruht auf mehreren Dingen zusammen: Ihren früheren Rückzahlungen, Ihren Einträgen bei der Auskunftei und Ihren Angaben. Ich kann sie nicht ändern, aber ich kann sagen, was hilft: offene Kredite begleichen, Namen und Ausweisnummer genau wie im Ausweis angeben, und nach 7 Tagen erneut beantragen.

Wenn Sie meinen, dass eine unserer Angaben falsch ist, nennen Sie sie mir, und ich lasse sie prüfen.

{{agent.first_name|Ihr Support}}`,
    },
  },
  {
    short_code: 'disbursement',
    title: 'Money that has not arrived',
    folder: 'Loans',
    topic: 'payments',
    bodies: {
      en: `Hello {{customer.first_name|there}},

an approved loan is usually paid out within a few minutes. If the money has not arrived after two hours, the number on your account is most often not the one registered for mobile money. Please send me the number that should receive it, and I check the payment with our bank. You pay nothing for the time in which the money was not with you.

{{agent.first_name|Your support team}}`,
      de: `Guten Tag {{customer.name}},

ein bewilligter Kredit wird meist nach wenigen Minuten ausgezahlt. Ist das Geld nach zwei Stunden nicht da, stimmt häufig die Nummer in Ihrem Konto nicht mit der überein, die für Zahlungen angemeldet ist. Bitte nennen Sie mir die Nummer, die es bekommen soll, und ich frage bei unserer Bank nach. Für die Zeit, in der das Geld nicht bei Ihnen war, zahlen Sie nichts.

{{agent.first_name|Ihr Support}}`,
    },
  },
  {
    short_code: 'paid-not-shown',
    title: 'A payment that is not shown',
    folder: 'Repayment',
    topic: 'payments',
    bodies: {
      en: `Hello {{customer.first_name|there}},

thank you for your payment. To find it I need the confirmation message of the transfer: its code, the amount and the date. Please copy it into your answer. Once it is found, your loan is updated the same day, and no late fee is charged for the time it took us.

{{agent.first_name|Your support team}}`,
      de: `Guten Tag {{customer.name}},

danke für Ihre Zahlung. Um sie zu finden, brauche ich die Bestätigung der Überweisung: Code, Betrag und Datum. Bitte kopieren Sie sie in Ihre Antwort. Sobald sie gefunden ist, wird Ihr Kredit am selben Tag aktualisiert, und für die Zeit, die wir gebraucht haben, fällt keine Gebühr an.

{{agent.first_name|Ihr Support}}`,
    },
  },
  {
    short_code: 'more-time',
    title: 'More time to repay',
    folder: 'Repayment',
    topic: 'payments',
    actions: { status: 'WAITING_ON_CUSTOMER', topic: 'payments' },
    bodies: {
      en: `Hello {{customer.first_name|there}},

thank you for telling us before the due date. Please let me know the day on which you can pay, and whether you can pay a part now. A part payment lowers what is still owed, and with an agreed day the reminders stop until then.

{{agent.first_name|Your support team}}`,
      de: `Guten Tag {{customer.name}},

danke, dass Sie sich vor der Fälligkeit melden. Bitte nennen Sie mir den Tag, an dem Sie zahlen können, und ob ein Teil schon jetzt möglich ist. Eine Teilzahlung verringert, was noch offen ist, und mit einem vereinbarten Tag ruhen die Erinnerungen bis dahin.

{{agent.first_name|Ihr Support}}`,
    },
  },
  {
    short_code: 'change-number',
    title: 'A new phone number',
    folder: 'Account',
    topic: 'account',
    actions: { status: 'WAITING_ON_CUSTOMER' },
    bodies: {
      en: `Hello {{customer.first_name|there}},

I can change the number for you. To keep your account yours, I need three things first: your full name as in your ID, your old number, and the amount of your last loan. Please do not send a picture of your ID here.

{{agent.first_name|Your support team}}`,
      de: `Guten Tag {{customer.name}},

ich kann die Nummer für Sie ändern. Damit Ihr Konto Ihres bleibt, brauche ich vorher drei Dinge: Ihren vollen Namen wie im Ausweis, Ihre alte Nummer und den Betrag Ihres letzten Kredits. Bitte schicken Sie hier kein Bild Ihres Ausweises.

{{agent.first_name|Ihr Support}}`,
    },
  },
  {
    short_code: 'hurry',
    title: 'Take it, it is urgent',
    folder: 'Handling',
    actions: { assigned_agent: 'me', priority: 'URGENT', status: 'IN_PROGRESS' },
  },
];

/** The demo's canned replies, each once: an interrupted load goes on where it was. */
export async function seedCannedReplies(admin: Actor): Promise<void> {
  const replies = new Set((await prisma().cannedReply.findMany()).map(({ shortCode }) => shortCode));
  for (const reply of REPLIES)
    if (!replies.has(reply.short_code)) await createCannedReply(admin, createCannedReplyInput.parse(reply));
}
