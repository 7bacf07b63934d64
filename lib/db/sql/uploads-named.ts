/**
 * The uploads of a person that a text of his names and that no message has yet, in their order, as JSON. `ids` is an
 * expression of uuid[], `person` one of uuid: whoever else's upload is named is not shown.
 */
export const uploadsNamed = (ids: string, person: string): string => `(
  SELECT json_agg(json_build_object('id', f.id, 'name', f.name, 'media_type', f.media_type, 'size', f.size)
                  ORDER BY array_position(${ids}, f.id))
  FROM attachment f
  WHERE f.id = ANY(${ids}) AND f.uploaded_by = ${person} AND f.message_id IS NULL AND f.stored_at IS NOT NULL)`;
