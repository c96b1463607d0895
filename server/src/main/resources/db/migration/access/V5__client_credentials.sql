CREATE TABLE access.client_secret (
    region      text        COLLATE "C" NOT NULL,
    id          uuid        NOT NULL,
    account     uuid        NOT NULL,
    name        text        NOT NULL,
    secret_hash bytea       NOT NULL,
    created_at  timestamptz NOT NULL,
    created_by  uuid        NOT NULL,
    expires_at  timestamptz,
    used_at     timestamptz,
    revoked_at  timestamptz,
    PRIMARY KEY (region, id),
    UNIQUE (region, secret_hash),
    FOREIGN KEY (region, account) REFERENCES access.account (region, id)
);
CREATE INDEX client_secret_account ON access.client_secret (region, account);
COMMENT ON TABLE access.client_secret IS 'Secrets by which machines get short-lived tokens, by their SHA-256; the text is shown once';

CREATE TABLE access.client_token (
    region     text        COLLATE "C" NOT NULL,
    token_hash bytea       NOT NULL,
    id         uuid        NOT NULL,
    account    uuid        NOT NULL,
    secret     uuid        NOT NULL,
    scopes     text[]      COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    PRIMARY KEY (region, token_hash),
    FOREIGN KEY (region, account) REFERENCES access.account (region, id),
    FOREIGN KEY (region, secret) REFERENCES access.client_secret (region, id)
);
CREATE INDEX client_token_secret ON access.client_token (region, secret);
CREATE INDEX client_token_account ON access.client_token (region, account);
CREATE INDEX client_token_age ON access.client_token (expires_at);
COMMENT ON TABLE access.client_token IS 'Short-lived tokens of machines by their SHA-256, with the permissions that were asked for: never more than the roles give';
