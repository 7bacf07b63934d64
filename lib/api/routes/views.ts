import { z } from 'zod';
import { createView } from '../../commands/create-view';
import { deleteView, editView } from '../../commands/edit-view';
import { orderViews } from '../../commands/order-views';
import { listViews } from '../../queries/list-views';
import { id } from '../../schemas/id';
import { createViewInput, editViewInput, orderViewsInput, viewDto } from '../../schemas/view';
import { type Route, route } from '../route';

const tag = 'Views';
const params = z.strictObject({ id });

export const viewRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/views',
      tag,
      summary: "The desk's views with their counts (capped at 1000)",
      answer: z.object({ results: z.array(viewDto) }),
    },
    ({ actor }) => listViews(actor),
  ),
  route(
    {
      method: 'post',
      path: '/views',
      tag,
      summary: 'Save a view; agents for themselves',
      body: createViewInput,
      answer: viewDto,
      status: 201,
    },
    ({ actor, body, attempt }) => createView(actor, body, attempt),
  ),
  route(
    {
      method: 'put',
      path: '/views/order',
      tag,
      summary: 'Put views into another order',
      body: orderViewsInput,
      status: 204,
    },
    ({ actor, body }) => orderViews(actor, body.keys),
  ),
  route(
    {
      method: 'patch',
      path: '/views/{id}',
      tag,
      summary: 'Change a view',
      params,
      body: editViewInput,
      answer: viewDto,
    },
    ({ actor, params, body }) => editView(actor, params.id, body),
  ),
  route(
    { method: 'delete', path: '/views/{id}', tag, summary: 'Delete a view', params, status: 204 },
    ({ actor, params }) => deleteView(actor, params.id),
  ),
];
