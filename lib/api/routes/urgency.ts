import { z } from 'zod';
import { previewUrgency } from '../../queries/preview-urgency';
import { previewUrgencyInput, urgencyPreviewDto } from '../../schemas/urgency';
import { type Route, route } from '../route';

export const urgencyRoutes: Route[] = [
  route(
    {
      method: 'post',
      path: '/urgency/preview',
      tag: 'Workspace',
      summary: 'What rules of urgency would make of the newest 50 waiting tickets',
      description: 'Changes nothing. The rules that hold are `urgency` of the settings.',
      body: previewUrgencyInput,
      answer: z.object({ results: z.array(urgencyPreviewDto) }),
    },
    ({ actor, body }) => previewUrgency(actor, body.rules),
  ),
];
