CREATE INDEX revision_newest ON mediation.revision (region, at DESC, matter DESC);
COMMENT ON INDEX mediation.revision_newest IS 'The list of agreements, the last written first';
