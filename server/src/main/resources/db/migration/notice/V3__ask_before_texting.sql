CREATE TABLE consent (
    region text COLLATE "C" NOT NULL,
    matter uuid             NOT NULL,
    id     uuid             NOT NULL,
    wanted boolean          NOT NULL,
    at     timestamptz      NOT NULL,
    by     uuid             NOT NULL,
    CONSTRAINT consent_pk PRIMARY KEY (region, matter, id)
);
COMMENT ON TABLE consent IS 'Whether whoever asked wants to be told of the progress by text message: every word of it, the last one counts. The number stays with the matter';
COMMENT ON COLUMN consent.by IS 'The account that wrote it down; that of nobody where the requester did without one';
