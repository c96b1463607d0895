ALTER TABLE matter.matter ADD COLUMN fields jsonb, ADD COLUMN sealed_fields bytea;
COMMENT ON COLUMN matter.matter.fields IS 'What the report carries beside its words, by the keys of the playbook; null for nothing';
COMMENT ON COLUMN matter.matter.sealed_fields IS 'The same for fields that tell something about a person, sealed as one document';
