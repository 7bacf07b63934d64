import { z } from 'zod';
import { editCustomer } from '../../commands/edit-customer';
import { getCustomer } from '../../queries/get-customer';
import { listCustomers } from '../../queries/list-customers';
import {
  customerDto,
  customerId,
  customerListDto,
  editCustomerInput,
  listCustomersQuery,
} from '../../schemas/customer';
import { type Route, route } from '../route';

const tag = 'Customers';

export const customerRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/customers',
      tag,
      summary: 'List customers',
      description: 'By name. `q` looks in name, address, external id and telephone number.',
      query: listCustomersQuery,
      answer: z.object({ results: z.array(customerListDto), next: z.string().nullable() }),
    },
    ({ actor, query }) => listCustomers(actor, query),
  ),
  route(
    {
      method: 'get',
      path: '/customers/{id}',
      tag,
      summary: 'One customer',
      description: 'Any customer; of his tickets those that the asking person may see, also in the counts.',
      params: customerId,
      answer: customerDto,
    },
    ({ actor, params }) => getCustomer(actor, params.id),
  ),
  route(
    {
      method: 'patch',
      path: '/customers/{id}',
      tag,
      summary: 'Change what is known about a customer',
      description:
        'Facts and links are given as whole lists. Links begin with http, https or mailto. The address is not changed here: it is how he signs in.',
      params: customerId,
      body: editCustomerInput,
      answer: customerDto,
    },
    ({ actor, params, body }) => editCustomer(actor, params.id, body),
  ),
];
