ALTER TABLE version ADD COLUMN text text CHECK (length(text) <= 1048576);
COMMENT ON COLUMN version.text IS 'The file as it was written, of versions that were edited here; those of the program are in the program.';
