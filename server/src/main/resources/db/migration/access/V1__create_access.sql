CREATE TABLE access.account (
    region               text        COLLATE "C" NOT NULL CHECK (region ~ '^[0-9]{6}$'),
    id                   uuid        NOT NULL,
    login                text        COLLATE "C" NOT NULL,
    name                 text        NOT NULL,
    kind                 text        COLLATE "C" NOT NULL CHECK (kind IN ('STAFF', 'MACHINE')),
    status               text        COLLATE "C" NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'disabled')),
    password_hash        text        COLLATE "C",
    password_history     text[]      COLLATE "C" NOT NULL DEFAULT '{}',
    password_changed_at  timestamptz NOT NULL,
    must_change_password boolean     NOT NULL DEFAULT false,
    totp_sealed          bytea,
    totp_pending         bytea,
    totp_step            bigint      NOT NULL DEFAULT 0,
    recovery_hashes      text[]      COLLATE "C" NOT NULL DEFAULT '{}',
    failed_count         smallint    NOT NULL DEFAULT 0,
    locked_until         timestamptz,
    version              integer     NOT NULL DEFAULT 1,
    created_at           timestamptz NOT NULL,
    changed_at           timestamptz NOT NULL,
    PRIMARY KEY (region, id),
    UNIQUE (region, login)
);
CREATE INDEX account_login ON access.account (login);
COMMENT ON TABLE access.account IS 'Who of the staff, and which machine, may sign in; region is the home region of the account, 000000 for the whole country';

CREATE TABLE access.role (
    region      text        COLLATE "C" NOT NULL,
    key         text        COLLATE "C" NOT NULL,
    name_zh     text        NOT NULL,
    name_en     text        NOT NULL,
    permissions text[]      COLLATE "C" NOT NULL,
    changed_at  timestamptz NOT NULL,
    PRIMARY KEY (region, key)
);
COMMENT ON TABLE access.role IS 'Roles that a place made for itself; the built-in ones are a file of the program';

CREATE TABLE access.role_grant (
    region     text        COLLATE "C" NOT NULL,
    account    uuid        NOT NULL,
    id         uuid        NOT NULL,
    role       text        COLLATE "C" NOT NULL,
    area       text        COLLATE "C",
    unit       uuid,
    valid_from timestamptz NOT NULL,
    valid_to   timestamptz,
    granted_by uuid        NOT NULL,
    granted_at timestamptz NOT NULL,
    PRIMARY KEY (region, account, id),
    FOREIGN KEY (region, account) REFERENCES access.account (region, id)
);
COMMENT ON TABLE access.role_grant IS 'A role given to an account for an area (NULL: the whole country) and perhaps one unit; an end ends it, rows stay';

CREATE TABLE access.session (
    region     text        COLLATE "C" NOT NULL,
    token_hash bytea       NOT NULL,
    id         uuid        NOT NULL,
    account    uuid        NOT NULL,
    resident   boolean     NOT NULL,
    created_at timestamptz NOT NULL,
    last_seen  timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    address    text        COLLATE "C" NOT NULL,
    agent      text        NOT NULL,
    revoked_at timestamptz,
    PRIMARY KEY (region, token_hash)
) WITH (fillfactor = 80);
CREATE INDEX session_account ON access.session (region, account);
COMMENT ON TABLE access.session IS 'Sessions by the SHA-256 of their token; last_seen is exact to about a minute';

CREATE TABLE access.resident (
    region       text        COLLATE "C" NOT NULL,
    id           uuid        NOT NULL,
    phone_sealed bytea       NOT NULL,
    phone_blind  bytea       NOT NULL,
    name_sealed  bytea,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (region, id),
    UNIQUE (region, phone_blind)
);
COMMENT ON TABLE access.resident IS 'Residents who signed in by phone; phone and name are sealed, the phone can be searched by its blind index';

CREATE TABLE access.one_time_code (
    region        text        COLLATE "C" NOT NULL,
    id            uuid        NOT NULL,
    phone_blind   bytea       NOT NULL,
    address_blind bytea       NOT NULL,
    code_blind    bytea       NOT NULL,
    tries         smallint    NOT NULL DEFAULT 0,
    created_at    timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    used_at       timestamptz,
    PRIMARY KEY (region, id)
);
CREATE INDEX one_time_code_phone ON access.one_time_code (region, phone_blind, created_at);
CREATE INDEX one_time_code_address ON access.one_time_code (region, address_blind, created_at);
COMMENT ON TABLE access.one_time_code IS 'Codes sent to phones, blinded; also the count for the limits per phone and per address; kept for two days';

CREATE TABLE access.api_token (
    region     text        COLLATE "C" NOT NULL,
    token_hash bytea       NOT NULL,
    id         uuid        NOT NULL,
    account    uuid        NOT NULL,
    name       text        NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid        NOT NULL,
    expires_at timestamptz,
    revoked_at timestamptz,
    PRIMARY KEY (region, token_hash),
    FOREIGN KEY (region, account) REFERENCES access.account (region, id)
);
CREATE INDEX api_token_account ON access.api_token (region, account);
COMMENT ON TABLE access.api_token IS 'Tokens for machines by their SHA-256; the text is shown once';

CREATE TABLE access.audit (
    region  text        COLLATE "C" NOT NULL,
    id      uuid        NOT NULL,
    xid     xid8        NOT NULL DEFAULT pg_current_xact_id(),
    at      timestamptz NOT NULL,
    account uuid        NOT NULL,
    kind    text        COLLATE "C" NOT NULL,
    act     text        COLLATE "C" NOT NULL,
    subject text        NOT NULL,
    reason  text,
    digest  bytea       NOT NULL,
    PRIMARY KEY (region, id)
);
CREATE INDEX audit_order ON access.audit (region, xid, id);
CREATE INDEX audit_account ON access.audit (region, account, id);
CREATE INDEX audit_act ON access.audit (region, act, id);
COMMENT ON TABLE access.audit IS 'Acts and looks at personal data, append-only; digest is the hash of the row itself';

CREATE TABLE access.audit_seal (
    region    text        COLLATE "C" NOT NULL,
    seq       bigint      NOT NULL,
    ids       uuid[]      NOT NULL,
    digests   bytea[]     NOT NULL,
    rows_hash bytea       NOT NULL,
    previous  bytea       NOT NULL,
    hash      bytea       NOT NULL,
    mac       bytea       NOT NULL,
    sealed_at timestamptz NOT NULL,
    PRIMARY KEY (region, seq)
);
COMMENT ON TABLE access.audit_seal IS 'The hash chain over the audit of a region: each seal names its rows, their hash and the seal before it; mac proves that the holder of the key made it';

CREATE TABLE access.audit_head (
    region text   COLLATE "C" NOT NULL,
    seq    bigint NOT NULL,
    xid    xid8   NOT NULL,
    id     uuid   NOT NULL,
    hash   bytea  NOT NULL,
    PRIMARY KEY (region)
);
COMMENT ON TABLE access.audit_head IS 'How far the audit of a region is sealed; its row lock lets one node seal at a time';

CREATE FUNCTION access.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access.audit
    FOR EACH STATEMENT EXECUTE FUNCTION access.refuse_change();
CREATE TRIGGER audit_seal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access.audit_seal
    FOR EACH STATEMENT EXECUTE FUNCTION access.refuse_change();
