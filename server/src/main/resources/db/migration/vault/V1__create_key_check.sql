CREATE TABLE vault.key_check (
    version    smallint    PRIMARY KEY CHECK (version BETWEEN 1 AND 255),
    algorithm  text        COLLATE "C" NOT NULL,
    sealed     bytea       NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE vault.key_check IS 'One known value sealed with each key version, so that a missing or wrong key is noticed at start (a few rows)';
