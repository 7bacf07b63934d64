/** The organisation of a person as JSON, null for none, for a SELECT. */
export const organisationOf = (person: string): string =>
  `(SELECT json_build_object('id', o.id, 'name', o.name, 'is_vip', o.is_vip)
    FROM organisation o WHERE o.id = ${person}.organisation_id)`;

/** Is the person VIP, himself or by his organisation? A condition. */
export const isVip = (person: string): string =>
  `(${person}.is_vip OR coalesce((SELECT o.is_vip FROM organisation o WHERE o.id = ${person}.organisation_id), false))`;

/** The organisation whose domain an address is of; null for none. An expression. */
export const organisationAt = (email: string): string =>
  `(SELECT d.organisation_id FROM organisation_domain d WHERE d.domain = split_part(${email}, '@', 2))`;
