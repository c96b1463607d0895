ALTER TABLE matter.matter ADD COLUMN hidden boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN matter.matter.hidden IS 'Whoever asked wants nobody else to learn of it: never offered, followed or shown in public';
