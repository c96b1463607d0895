-- Segments grow by four with age, so that a rare word asks some twenty of them where it asked some eighty.

DROP INDEX matter_text_grams;
UPDATE matter_text
   SET grams = ts_delete(grams, ARRAY['~' || region || '/' || slot, '~' || region || '/b' || slot / 16])
            || array_to_tsvector(ARRAY(SELECT '~' || region || '/' || level || '.' || (slot >> 2 * level)
                                         FROM generate_series(0, 6) AS levels (level)))
 WHERE grams IS NOT NULL;
CREATE INDEX matter_text_grams ON matter_text USING gin (grams) WITH (fastupdate = on);
COMMENT ON COLUMN matter_text.grams IS 'The pairs of neighbouring characters, and words that name the segments; null while the text waits to be indexed with others';
COMMENT ON TABLE text_slot IS 'Matters are searched in slots of some hundred, newest first, and in groups of 4, 16, … of them the older they are, so that a common word costs no more than a rare one';
