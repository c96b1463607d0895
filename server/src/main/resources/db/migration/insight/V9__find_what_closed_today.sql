-- What was closed today, hour by hour, for the wall. A matter gets an entry when it is closed, in the write that gives it
-- its outcome; no other step touches it.
CREATE INDEX matter_row_closed ON matter_row (region, closed_at) WHERE closed_at IS NOT NULL;
