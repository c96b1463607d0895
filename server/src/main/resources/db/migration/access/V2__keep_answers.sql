CREATE TABLE access.kept_answer (
    region  text        COLLATE "C" NOT NULL,
    key     bytea       NOT NULL,
    request bytea       NOT NULL,
    status  smallint    NOT NULL,
    type    text        COLLATE "C",
    etag    text        COLLATE "C",
    address text        COLLATE "C",
    body    bytea,
    kept_at timestamptz NOT NULL,
    PRIMARY KEY (region, key)
);
CREATE INDEX kept_answer_kept_at ON access.kept_answer (kept_at);
COMMENT ON TABLE access.kept_answer IS 'What was answered to a request with an Idempotency-Key, written in the transaction of the change itself; key and request are blinded; body is missing when it was too large; kept for two days';

ALTER TABLE access.role ADD COLUMN version bigint NOT NULL DEFAULT 1;
