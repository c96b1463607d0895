ALTER TABLE matter.recount
    ADD COLUMN cause  text NOT NULL DEFAULT 'ORDER',
    ADD COLUMN joined uuid;
COMMENT ON TABLE matter.recount IS 'Recounts of the deadlines of open matters, begun because days have changed or because somebody ordered it, and how far each has come';
COMMENT ON COLUMN matter.recount.joined IS 'The younger recount that counted in its place: it was asked for before this one began';
