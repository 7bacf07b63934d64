/** Who was merged into a person, as a JSON list for a SELECT. */
export const mergedInto = (person: string): string =>
  `coalesce((SELECT json_agg(json_build_object('id', m.id, 'name', m.name, 'email', m.email, 'phone', m.phone,
    'external_id', m.external_id) ORDER BY m.name, m.id) FROM person m WHERE m.merged_into = ${person}), '[]')`;
