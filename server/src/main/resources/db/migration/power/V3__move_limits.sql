ALTER TABLE power.word
    ADD COLUMN object_was timestamptz,
    ADD COLUMN object_due timestamptz,
    ADD COLUMN answer_was timestamptz,
    ADD COLUMN answer_due timestamptz;
COMMENT ON COLUMN power.word.object_was IS 'Where the days of the county have moved a limit: until when the department might object, and may now (object_due); the same of its answer';
