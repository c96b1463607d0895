-- To index a text takes an entry for each of its eighty pairs: one by one that was the dearest statement of a busy server.
-- New texts wait without pairs, found by reading the few of them, and are indexed a thousand at a time.

ALTER TABLE matter_text ALTER COLUMN grams DROP NOT NULL;
ALTER INDEX matter_text_grams SET (fastupdate = on);
CREATE INDEX matter_text_waiting ON matter_text (region, slot, id) WHERE grams IS NULL;
ALTER TABLE matter_text SET (autovacuum_vacuum_scale_factor = 0.05);
COMMENT ON COLUMN matter_text.grams IS 'The pairs of neighbouring characters, and two words that name region and slot or block; null while the text waits to be indexed with others';

UPDATE matter_text SET grams = NULL;
COMMENT ON TABLE text_slot IS 'Matters are searched in slots of about a thousand, newest slot first and older ones in blocks of 16, so that a common word costs no more than a rare one';

CREATE INDEX open_row_place_item ON open_row (region, street, item, reported_at, id);
