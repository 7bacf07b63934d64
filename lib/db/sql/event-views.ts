/** Reads events `e` with the names their lines show; `where` names conditions on `e`. */
export const eventViews = (where: string): string => `
  SELECT e.*, actor.name AS actor_name, gone.name AS from_name, came.name AS to_name
  FROM event e
  LEFT JOIN person actor ON actor.id = e.actor_id
  LEFT JOIN person gone ON e.type = 'assignment.changed' AND gone.id = (e.data ->> 'from')::uuid
  LEFT JOIN person came ON e.type = 'assignment.changed' AND came.id = (e.data ->> 'to')::uuid
  WHERE ${where}`;
