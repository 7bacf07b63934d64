import type { Role } from '@/lib/schemas/values';

/** Where a person's work begins. */
export function homeOf(role: Role): '/requests' | '/desk' {
  return role === 'customer' ? '/requests' : '/desk';
}
