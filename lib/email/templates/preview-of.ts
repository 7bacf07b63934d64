import { withoutMarkup } from '../../rules/without-markup';
import { headerText } from '../header-text';
import type { MessageFacts } from '../mail-facts';

/** What a mailbox shows beside the subject: how the message begins. */
export const previewOf = ({ body, html }: MessageFacts): string =>
  headerText(html === null ? body : withoutMarkup(body.slice(0, 400)), 140);
