import { routeAccess } from '../rules/route-access';
import { accessKey, type Route } from './route';
import { agentRoutes } from './routes/agents';
import { aiRoutes } from './routes/ai';
import { analyticsRoutes } from './routes/analytics';
import { attachmentRoutes } from './routes/attachments';
import { auditRoutes } from './routes/audit';
import { authRoutes } from './routes/auth';
import { boardRoutes } from './routes/board';
import { bulkRoutes } from './routes/bulk';
import { cannedReplyRoutes } from './routes/canned-replies';
import { chatChannelRoutes } from './routes/chat-channel';
import { claimRoutes } from './routes/claims';
import { contactCentreRoutes } from './routes/contact-centre';
import { conversationRoutes } from './routes/conversations';
import { customerRoutes } from './routes/customers';
import { demoRoutes } from './routes/demo';
import { documentRoutes } from './routes/document';
import { doorRoutes } from './routes/doors';
import { emailChannelRoutes } from './routes/email-channel';
import { exportRoutes } from './routes/exports';
import { heldMessageRoutes } from './routes/held-messages';
import { importRoutes } from './routes/imports';
import { keyRoutes } from './routes/keys';
import { labDeskRoutes } from './routes/lab-desk';
import { labMailRoutes } from './routes/lab-mail';
import { labMessengerRoutes } from './routes/lab-messenger';
import { labSiteRoutes } from './routes/lab-site';
import { labTelephoneRoutes } from './routes/lab-telephone';
import { lifecycleRoutes } from './routes/lifecycle';
import { mailboxRoutes } from './routes/mailbox';
import { meRoutes } from './routes/me';
import { messageDraftRoutes } from './routes/message-drafts';
import { messageRoutes } from './routes/messages';
import { messengerChannelRoutes } from './routes/messenger-channel';
import { noticeRoutes } from './routes/notices';
import { offerRoutes } from './routes/offers';
import { organisationRoutes } from './routes/organisations';
import { ratingRoutes } from './routes/ratings';
import { searchRoutes } from './routes/search';
import { settingRoutes } from './routes/settings';
import { setupRoutes } from './routes/setup';
import { systemRoutes } from './routes/system';
import { tagRoutes } from './routes/tags';
import { teamRoutes } from './routes/teams';
import { ticketRoutes } from './routes/tickets';
import { topicRoutes } from './routes/topics';
import { urgencyRoutes } from './routes/urgency';
import { userRoutes } from './routes/users';
import { viewRoutes } from './routes/views';
import { voiceRoutes } from './routes/voice';
import { whatIfRoutes } from './routes/what-if';
import { widgetRoutes } from './routes/widget';

/** Every endpoint. Starting with one that `routeAccess` does not know is an error, not an open door. */
export const routes: Route[] = [
  ...authRoutes,
  ...doorRoutes,
  ...setupRoutes,
  ...meRoutes,
  ...offerRoutes,
  ...userRoutes,
  ...agentRoutes,
  ...teamRoutes,
  ...customerRoutes,
  ...organisationRoutes,
  ...settingRoutes,
  ...topicRoutes,
  ...urgencyRoutes,
  ...whatIfRoutes,
  ...cannedReplyRoutes,
  ...auditRoutes,
  ...viewRoutes,
  ...tagRoutes,
  // before the tickets, whose {ref} would take it for a name
  ...exportRoutes,
  // before tickets: there, `search` would be the name of one
  ...searchRoutes,
  ...bulkRoutes,
  ...claimRoutes,
  ...ticketRoutes,
  ...contactCentreRoutes,
  ...conversationRoutes,
  ...messageDraftRoutes,
  ...heldMessageRoutes,
  ...lifecycleRoutes,
  ...ratingRoutes,
  ...noticeRoutes,
  ...aiRoutes,
  ...messageRoutes,
  ...attachmentRoutes,
  ...keyRoutes,
  ...importRoutes,
  ...analyticsRoutes,
  ...boardRoutes,
  ...mailboxRoutes,
  ...labMailRoutes,
  ...labMessengerRoutes,
  ...labDeskRoutes,
  ...labSiteRoutes,
  ...emailChannelRoutes,
  ...voiceRoutes,
  ...labTelephoneRoutes,
  ...messengerChannelRoutes,
  ...chatChannelRoutes,
  ...widgetRoutes,
  ...systemRoutes,
  ...demoRoutes,
  ...documentRoutes(() => routes),
];

for (const route of routes) {
  if (!(accessKey(route) in routeAccess))
    throw new Error(`${accessKey(route)} has no row in lib/rules/permissions.ts`);
}
