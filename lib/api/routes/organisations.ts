import { z } from 'zod';
import { createOrganisation } from '../../commands/create-organisation';
import { deleteOrganisation } from '../../commands/delete-organisation';
import { editOrganisation } from '../../commands/edit-organisation';
import { getOrganisation, listOrganisations } from '../../queries/list-organisations';
import {
  createOrganisationInput,
  editOrganisationInput,
  listOrganisationsQuery,
  organisationDto,
  organisationId,
} from '../../schemas/organisation';
import { type Route, route } from '../route';

const tag = 'Customers';

export const organisationRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/organisations',
      tag,
      summary: 'List organisations of customers',
      query: listOrganisationsQuery,
      answer: z.object({ results: z.array(organisationDto), next: z.string().nullable() }),
    },
    ({ actor, query }) => listOrganisations(actor, query),
  ),
  route(
    {
      method: 'post',
      path: '/organisations',
      tag,
      summary: 'Make an organisation',
      description:
        'Who is in it: `organisation` of a customer, or everybody with an address at one of its domains.',
      body: createOrganisationInput,
      answer: organisationDto,
      status: 201,
    },
    ({ actor, body, attempt }) => createOrganisation(actor, body, attempt),
  ),
  route(
    {
      method: 'get',
      path: '/organisations/{id}',
      tag,
      summary: 'One organisation',
      description:
        'Its members: `GET /customers/?organisation=`, its tickets: `GET /tickets/?organisation=`.',
      params: organisationId,
      answer: organisationDto,
    },
    ({ actor, params }) => getOrganisation(actor, params.id),
  ),
  route(
    {
      method: 'patch',
      path: '/organisations/{id}',
      tag,
      summary: 'Change an organisation',
      params: organisationId,
      body: editOrganisationInput,
      answer: organisationDto,
    },
    ({ actor, params, body }) => editOrganisation(actor, params.id, body),
  ),
  route(
    {
      method: 'delete',
      path: '/organisations/{id}',
      tag,
      summary: 'Remove an organisation',
      description: 'Its customers stay.',
      params: organisationId,
      status: 204,
    },
    ({ actor, params }) => deleteOrganisation(actor, params.id),
  ),
];
