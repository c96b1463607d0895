ALTER TABLE matter_row ADD COLUMN hidden boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN matter_row.hidden IS 'Never shown in public';
