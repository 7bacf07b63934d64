import type { ReactElement } from 'react';
import { directionOf } from '../../rules/locales';
import type { MailFacts } from '../mail-facts';
import type { MailTexts } from '../texts/mail-texts';
import { Assigned } from './assigned';
import { BrandProvider } from './brand';
import { Chat } from './chat';
import { Closing } from './closing';
import { Code } from './code';
import { Copy } from './copy';
import { CustomerMessage } from './customer-message';
import { Digest } from './digest';
import { EmailChanged } from './email-changed';
import { Invitation } from './invitation';
import { Note } from './note';
import { PasswordReset } from './password-reset';
import { Rating } from './rating';
import { Reply } from './reply';
import { StartProvider } from './start';
import { StatusChanged } from './status';
import { Test } from './test';
import { TicketReceived } from './ticket-received';

/** The template of a mail, filled, in the workspace's colour and the reader's direction. */
export function templateOf(mail: MailFacts, texts: MailTexts): ReactElement {
  return (
    <StartProvider value={directionOf(mail.locale) === 'rtl' ? 'right' : 'left'}>
      <BrandProvider value={mail.brand}>{filled(mail, texts)}</BrandProvider>
    </StartProvider>
  );
}

function filled(mail: MailFacts, texts: MailTexts): ReactElement {
  switch (mail.template) {
    case 'ticket_received':
      return <TicketReceived mail={mail} texts={texts} />;
    case 'reply':
      return <Reply mail={mail} texts={texts} />;
    case 'copy':
      return <Copy mail={mail} texts={texts} />;
    case 'customer_message':
      return <CustomerMessage mail={mail} texts={texts} />;
    case 'note':
      return <Note mail={mail} texts={texts} />;
    case 'status':
      return <StatusChanged mail={mail} texts={texts} />;
    case 'assigned':
      return <Assigned mail={mail} texts={texts} />;
    case 'chat':
      return <Chat mail={mail} texts={texts} />;
    case 'closing':
      return <Closing mail={mail} texts={texts} />;
    case 'rating':
      return <Rating mail={mail} texts={texts} />;
    case 'code':
      return <Code mail={mail} texts={texts} />;
    case 'invitation':
      return <Invitation mail={mail} texts={texts} />;
    case 'password_reset':
      return <PasswordReset mail={mail} texts={texts} />;
    case 'email_changed':
      return <EmailChanged mail={mail} texts={texts} />;
    case 'digest':
      return <Digest mail={mail} texts={texts} />;
    case 'test':
      return <Test mail={mail} texts={texts} />;
  }
}
