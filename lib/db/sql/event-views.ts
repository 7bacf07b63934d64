import { TOLD_AT_ONCE } from '../../events/catalogue';

const offered = [...TOLD_AT_ONCE].map((type) => `'${type}'`).join(', ');

/** Reads events `e` with the names their lines show; `where` names conditions on `e`. CASE keeps statuses from being cast. */
export const eventViews = (where: string): string => `
  SELECT e.*, actor.name AS actor_name, coalesce(gone.name, gone_team.name) AS from_name,
    coalesce(came.name, came_team.name) AS to_name, rating.comment AS rating_comment
  FROM event e
  LEFT JOIN person actor ON actor.id = e.actor_id
  LEFT JOIN person gone ON gone.id = CASE e.type WHEN 'assignment.changed' THEN (e.data ->> 'from')::uuid END
  LEFT JOIN person came ON came.id = CASE WHEN e.type = 'assignment.changed' OR e.type IN (${offered}) THEN (e.data ->> 'to')::uuid END
  LEFT JOIN team gone_team ON gone_team.id = CASE e.type WHEN 'team.changed' THEN (e.data ->> 'from')::uuid END
  LEFT JOIN team came_team ON came_team.id = CASE e.type WHEN 'team.changed' THEN (e.data ->> 'to')::uuid END
  -- what was said with it, unless he has said something else since
  LEFT JOIN rating ON rating.id = CASE e.type WHEN 'ticket.rated' THEN (e.data ->> 'rating_id')::uuid END
    AND coalesce(rating.changed_at, rating.answered_at) = e.created_at
  WHERE ${where}`;
