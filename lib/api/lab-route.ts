import { accessLab } from '../queries/access-lab';
import { type Contract, type Route, route } from './route';

type LabContract = Omit<Contract, 'tag' | 'description'>;
type Handle<C extends LabContract> = Parameters<typeof route<C & Contract>>[1];

const EXISTS = 'In the demo alone, where its mailbox page exists; otherwise 404.';

/** A route of the lab: there in the demo, for whom there is a lab. */
export function labRoute<const C extends LabContract>(contract: C, handle: Handle<C>): Route {
  return route<C & Contract>({ ...contract, tag: 'Lab', description: EXISTS }, async (call) => {
    accessLab(call.identity?.actor.role ?? null);
    return handle(call);
  });
}

/**
 * A route at which the lab plays a vendor, for our own adapter: it is let in by what the vendor gave it, wherever the
 * house runs, and is nobody who could have signed in.
 */
export function vendorRoute<const C extends LabContract>(contract: C, handle: Handle<C>): Route {
  const description = `${EXISTS} Speaks as the vendor’s own API does, as far as it is used.`;
  return route<C & Contract>({ ...contract, tag: 'Lab', description }, async (call) => {
    accessLab('admin');
    return handle(call);
  });
}
