ALTER TABLE matter.recount
    ADD COLUMN kind  text  NOT NULL DEFAULT 'matter',
    ADD COLUMN parts jsonb NOT NULL DEFAULT '{}';
COMMENT ON TABLE matter.recount IS 'Recounts of the open deadlines of a county, of every kind that is counted in working time, begun because days have changed or because somebody ordered it, and how far each has come';
COMMENT ON COLUMN matter.recount.kind IS 'The kind that is being counted; reached is the last one of that kind';
COMMENT ON COLUMN matter.recount.parts IS 'How many of each kind were looked at, moved and failed; looked, moved and failed are their sums';
