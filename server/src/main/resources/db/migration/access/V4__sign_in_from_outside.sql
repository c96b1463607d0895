ALTER TABLE access.session ADD COLUMN provider text COLLATE "C";
COMMENT ON COLUMN access.session.provider IS 'Who vouched for the person; null where they signed in with a password or a code of ours';

CREATE TABLE access.outside_identity (
    region         text        COLLATE "C" NOT NULL,
    provider       text        COLLATE "C" NOT NULL,
    subject_blind  bytea       NOT NULL,
    subject_sealed bytea       NOT NULL,
    account        uuid        NOT NULL,
    linked_at      timestamptz NOT NULL,
    linked_by      uuid        NOT NULL,
    PRIMARY KEY (region, provider, subject_blind),
    UNIQUE (region, account, provider),
    FOREIGN KEY (region, account) REFERENCES access.account (region, id)
);
COMMENT ON TABLE access.outside_identity IS 'Which account of ours somebody has whom a provider vouches for, by the account id there alone; entered by a security administrator';
