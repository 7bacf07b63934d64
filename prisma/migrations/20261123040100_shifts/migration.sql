-- When somebody works, by his own clock: seven days of stretches, as the business hours have them. `shift_at` is up to
-- when the plan was followed.
ALTER TABLE person
  ADD COLUMN shifts jsonb,
  ADD COLUMN shift_at timestamptz(3),
  -- {from, to, stand_in}: days on which he is out of office, both included, and who answers for him
  ADD COLUMN absence jsonb;

CREATE INDEX person_planned ON person (id) WHERE shifts IS NOT NULL OR absence IS NOT NULL;
