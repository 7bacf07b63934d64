import { z } from 'zod';
import { changePassword } from '../../commands/change-password';
import { confirmOwnEmail } from '../../commands/confirm-own-email';
import { editMe } from '../../commands/edit-me';
import { endSession } from '../../commands/end-session';
import { requestOwnEmail } from '../../commands/request-own-email';
import { setPresence } from '../../commands/set-presence';
import { getMe } from '../../queries/get-me';
import { getWork } from '../../queries/get-work';
import { listSessions } from '../../queries/list-sessions';
import {
  availabilityDto,
  availabilityInput,
  changePasswordInput,
  confirmEmailInput,
  editMeInput,
  meDto,
  personId,
  requestEmailInput,
  sessionDto,
} from '../../schemas/person';
import { detailDto } from '../../schemas/problem';
import { workDto } from '../../schemas/work';
import { type Route, route } from '../route';

const tag = 'Me';

export const meRoutes: Route[] = [
  route({ method: 'get', path: '/me', tag, summary: 'Who am I', answer: meDto }, (call) => getMe(call.actor)),
  route(
    { method: 'patch', path: '/me', tag, summary: 'Change my profile', body: editMeInput, answer: meDto },
    (call) => editMe(call.actor, call.body),
  ),
  route({ method: 'get', path: '/me/work', tag, summary: 'What my day holds', answer: workDto }, (call) =>
    getWork(call.actor),
  ),
  route(
    {
      method: 'get',
      path: '/me/availability',
      tag,
      summary: 'Am I available, and for how much',
      answer: availabilityDto,
    },
    async (call) => {
      const { is_available, capacity, capacity_calls } = await getMe(call.actor);
      return { is_available, capacity, capacity_calls };
    },
  ),
  route(
    {
      method: 'patch',
      path: '/me/availability',
      tag,
      summary: 'Go online or offline, take less work',
      description: 'Agents may lower their limits; only admins raise their own.',
      body: availabilityInput,
      answer: availabilityDto,
    },
    (call) => setPresence(call.actor, call.body),
  ),
  route(
    {
      method: 'post',
      path: '/me/password',
      tag,
      summary: 'Set my password',
      description: 'The current one is needed when there is one. Other devices are signed out.',
      body: changePasswordInput,
      answer: detailDto,
    },
    (call) => changePassword(call.actor, call.body, call.attempt),
  ),
  route(
    {
      method: 'post',
      path: '/me/email',
      tag,
      summary: 'Ask for another address of my own',
      description: 'Mails a code to it; limits as for every code.',
      body: requestEmailInput,
      answer: detailDto,
    },
    (call) => requestOwnEmail(call.actor, call.body.email, call, call.attempt),
  ),
  route(
    {
      method: 'post',
      path: '/me/email/confirm',
      tag,
      summary: 'Confirm my new address with its code',
      description: 'Other devices are signed out, and the old address is told.',
      body: confirmEmailInput,
      answer: meDto,
    },
    (call) => confirmOwnEmail(call.actor, call.body, call, call.attempt),
  ),
  route(
    {
      method: 'get',
      path: '/me/sessions',
      tag,
      summary: 'Where I am signed in',
      answer: z.object({ results: z.array(sessionDto) }),
    },
    (call) => listSessions(call.actor),
  ),
  route(
    {
      method: 'delete',
      path: '/me/sessions/{id}',
      tag,
      summary: 'Sign out a device',
      params: z.object({ id: personId }),
      status: 204,
    },
    (call) => endSession(call.actor.id, call.params.id),
  ),
];
