-- Example data is told apart from everybody's own, so that one button can take it out again.
ALTER TABLE person ADD COLUMN is_demo boolean NOT NULL DEFAULT false;
ALTER TABLE ticket ADD COLUMN is_demo boolean NOT NULL DEFAULT false;
CREATE INDEX person_demo ON person (id) WHERE is_demo;
CREATE INDEX ticket_demo ON ticket (id) WHERE is_demo;

-- A demo that was loaded before there was a mark: what its one import made (only the demo moves times), and its people.
UPDATE ticket SET is_demo = true WHERE id IN (
  SELECT m.ticket_id FROM import i JOIN import_row r ON r.import_id = i.id JOIN message m ON m.import_key = r.row_key
  WHERE i.newest_at IS NOT NULL);
UPDATE person SET is_demo = true
WHERE EXISTS (SELECT 1 FROM setting WHERE key = 'demo_loaded')
  AND (id IN (SELECT customer_id FROM ticket WHERE is_demo)
    OR email IN ('admin@switchboard.test', 'ada@switchboard.test', 'bruno@switchboard.test', 'chloe@switchboard.test',
                 'carla@example.test'));

-- topics that came with the example data
ALTER TABLE topic ADD COLUMN is_demo boolean NOT NULL DEFAULT false;
