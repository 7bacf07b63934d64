import { editSettings } from '../../commands/edit-settings';
import { getSettings } from '../../queries/get-settings';
import { editSettingsInput, settingsDto } from '../../schemas/settings';
import { type Route, route } from '../route';

const tag = 'Workspace';

export const settingRoutes: Route[] = [
  route(
    { method: 'get', path: '/settings', tag, summary: 'Settings of the workspace', answer: settingsDto },
    () => getSettings(),
  ),
  route(
    {
      method: 'patch',
      path: '/settings',
      tag,
      summary: 'Change settings of the workspace',
      description: 'What is left out stays as it is.',
      body: editSettingsInput,
      answer: settingsDto,
    },
    (call) => editSettings(call.actor, call.body),
  ),
];
