-- What staff knows about customers: notes, organisations, who is VIP, and which contacts are one person.

CREATE TABLE organisation (
  id         uuid PRIMARY KEY,
  name       text NOT NULL,
  is_vip     boolean NOT NULL DEFAULT false,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX organisation_named ON organisation (lower(name));
CREATE INDEX organisation_list ON organisation (name, id);
CREATE INDEX organisation_trgm ON organisation USING gin (lower(name) gin_trgm_ops);

-- Who has an address there is made a customer of the organisation.
CREATE TABLE organisation_domain (
  domain          text PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation (id) ON DELETE CASCADE
);
CREATE INDEX organisation_domain_of ON organisation_domain (organisation_id);

ALTER TABLE person
  ADD COLUMN is_vip boolean NOT NULL DEFAULT false,
  ADD COLUMN organisation_id uuid REFERENCES organisation (id) ON DELETE SET NULL,
  -- the customer that this one is a part of: a row with this has no tickets, and its addresses find the other
  ADD COLUMN merged_into uuid REFERENCES person (id) ON DELETE CASCADE,
  ADD CHECK (merged_into <> id);
CREATE INDEX person_organisation ON person (organisation_id, name, id) WHERE organisation_id IS NOT NULL;
CREATE INDEX person_merged_into ON person (merged_into) WHERE merged_into IS NOT NULL;

-- Staff's alone.
CREATE TABLE customer_note (
  id         uuid PRIMARY KEY,
  person_id  uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  author_id  uuid NOT NULL REFERENCES person (id),
  body       text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  edited_at  timestamptz(3)
);
CREATE INDEX customer_note_newest ON customer_note (person_id, id DESC);
CREATE INDEX customer_note_author ON customer_note (author_id);

-- What a merge of two customers did, so that it can be taken back.
CREATE TABLE customer_merge (
  id            uuid PRIMARY KEY,
  source_id     uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  target_id     uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  merged_by     uuid REFERENCES person (id) ON DELETE SET NULL,
  -- what went over
  tickets       uuid[] NOT NULL,
  notes         uuid[] NOT NULL,
  -- those who were part of the source before
  people        uuid[] NOT NULL,
  -- what the target has had since, and had not before
  facts         jsonb NOT NULL,
  links         jsonb NOT NULL,
  -- the target's columns as they were, of those that the merge changed
  target_before jsonb NOT NULL,
  created_at    timestamptz(3) NOT NULL DEFAULT now(),
  undone_at     timestamptz(3)
);
CREATE UNIQUE INDEX customer_merge_open ON customer_merge (source_id) WHERE undone_at IS NULL;
CREATE INDEX customer_merge_sources ON customer_merge (source_id);
CREATE INDEX customer_merge_targets ON customer_merge (target_id);
CREATE INDEX customer_merge_by ON customer_merge (merged_by) WHERE merged_by IS NOT NULL;
