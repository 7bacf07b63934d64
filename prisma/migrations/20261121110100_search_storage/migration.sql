-- The planner takes `@@` and `ts_rank` for cheap, which they are only where the words lie in the row itself: fetched from
-- beside the table, a thousand candidates cost three times as much. Rows that are there move when they are next read.
ALTER TABLE ticket_search ALTER COLUMN staff SET STORAGE MAIN;
