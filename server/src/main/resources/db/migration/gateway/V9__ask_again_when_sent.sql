ALTER TABLE channel ADD COLUMN refusals integer NOT NULL DEFAULT 0;
ALTER TABLE channel ADD COLUMN refused uuid[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN channel.failures IS 'Attempts, of any letter, that failed one after the other because the channel did not work';
COMMENT ON COLUMN channel.refusals IS 'Attempts since the last that was taken, in which an address was refused that somebody had shown to be right';
COMMENT ON COLUMN channel.refused IS 'The addressees of these, as many as it takes to know that it is not the addresses';

ALTER TABLE letter ADD COLUMN inbox uuid;
COMMENT ON COLUMN letter.inbox IS 'Where the notice lies that somebody on the staff is told of: looked at again when it is sent; null for desks and residents';

DROP INDEX letter_due;
CREATE INDEX letter_due ON letter (region, channel, next_at) WHERE next_at IS NOT NULL;
CREATE INDEX letter_unsent ON letter (region, subject) WHERE state <> 'sent';
