import type { AgentDto } from '../schemas/agent';
import type { UserDto } from '../schemas/person';

/** A person of staff as an agent. */
export const presentAgent = (user: UserDto): AgentDto => ({
  id: user.id,
  user: user.id,
  name: user.name,
  email: user.email,
  languages: user.languages,
  capacity: user.capacity,
  capacity_calls: user.capacity_calls,
  is_available: user.is_available,
  load: user.load,
  load_calls: user.load_calls,
  created_at: user.created_at,
});
