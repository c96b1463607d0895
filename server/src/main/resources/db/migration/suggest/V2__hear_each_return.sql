ALTER TABLE memory ADD COLUMN heard integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN memory.heard IS 'Returns are told by facts; those up to this version of the matter are counted';
COMMENT ON COLUMN memory.standing IS 'KEPT: counted as kept by the unit; RETURNED: the unit gave it back; NONE: neither yet';
