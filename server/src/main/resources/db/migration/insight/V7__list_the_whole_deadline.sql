ALTER TABLE matter_row ADD COLUMN whole_due timestamptz;
ALTER TABLE open_row ADD COLUMN whole_due timestamptz;
COMMENT ON COLUMN matter_row.whole_due IS 'When the whole matter should be closed; null while no clock runs';
COMMENT ON COLUMN open_row.whole_due IS 'When the whole matter should be closed; null while no clock runs';
