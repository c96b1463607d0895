CREATE TABLE provider (
    region     text COLLATE "C" NOT NULL,
    key        text COLLATE "C" NOT NULL,
    version    bigint           NOT NULL,
    file       text             NOT NULL,
    secrets    bytea,
    ok_at      timestamptz,
    error      text,
    error_at   timestamptz,
    created_at timestamptz      NOT NULL,
    changed_by uuid             NOT NULL,
    CONSTRAINT provider_pk PRIMARY KEY (region, key)
);
COMMENT ON TABLE provider IS 'Who outside vouches for people that sign in, each with the file that says how it is asked';
COMMENT ON COLUMN provider.secrets IS 'Secrets by name, sealed as one document; null while there are none';
COMMENT ON COLUMN provider.ok_at IS 'When it last proved somebody';
COMMENT ON COLUMN provider.error IS 'What last went wrong on its side, and error_at when; nothing of a person';

CREATE TABLE sign_in (
    region     text COLLATE "C" NOT NULL,
    state      bytea            NOT NULL,
    provider   text COLLATE "C" NOT NULL,
    browser    bytea            NOT NULL,
    secret     bytea            NOT NULL,
    door       text COLLATE "C" NOT NULL,
    next       text             NOT NULL,
    expires_at timestamptz      NOT NULL,
    CONSTRAINT sign_in_pk PRIMARY KEY (region, state)
);
COMMENT ON TABLE sign_in IS 'Who is away at a provider: taken away when they come back, so that nobody comes back twice';
COMMENT ON COLUMN sign_in.state IS 'SHA-256 of what the provider sends back';
COMMENT ON COLUMN sign_in.browser IS 'SHA-256 of the cookie of the browser that went';
COMMENT ON COLUMN sign_in.secret IS 'Nonce and code verifier, sealed';
CREATE INDEX sign_in_age ON sign_in (expires_at);

CREATE TABLE used_code (
    region   text COLLATE "C" NOT NULL,
    provider text COLLATE "C" NOT NULL,
    code     bytea            NOT NULL,
    used_at  timestamptz      NOT NULL,
    CONSTRAINT used_code_pk PRIMARY KEY (region, provider, code)
);
COMMENT ON TABLE used_code IS 'One-use codes that were brought, by their SHA-256, for a day: each is exchanged once';
CREATE INDEX used_code_age ON used_code (used_at);

CREATE TABLE sign_out (
    region     text COLLATE "C" NOT NULL,
    session    uuid             NOT NULL,
    provider   text COLLATE "C" NOT NULL,
    door       text COLLATE "C" NOT NULL,
    id_token   bytea            NOT NULL,
    created_at timestamptz      NOT NULL,
    CONSTRAINT sign_out_pk PRIMARY KEY (region, session)
);
COMMENT ON TABLE sign_out IS 'What a provider wants to see when a session ends there too; kept as long as a session may last';
COMMENT ON COLUMN sign_out.id_token IS 'The ID token, sealed';
CREATE INDEX sign_out_age ON sign_out (created_at);
