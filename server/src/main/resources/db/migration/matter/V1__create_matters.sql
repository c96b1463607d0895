CREATE TABLE matter.matter (
    region           text COLLATE "C" NOT NULL,
    id               uuid             NOT NULL,
    version          integer          NOT NULL,
    number           text COLLATE "C" NOT NULL,
    request_key      uuid,
    playbook         text             NOT NULL,
    playbook_version integer          NOT NULL,
    channel          text             NOT NULL,
    demand           text             NOT NULL,
    title            text             NOT NULL,
    body             text             NOT NULL,
    place            text             NOT NULL,
    reporter         uuid             NOT NULL,
    requester        uuid,
    contact_name     bytea,
    contact_phone    bytea,
    phone_index      bytea,
    source           text,
    reported_at      timestamptz      NOT NULL,
    item             text COLLATE "C",
    item_class       text COLLATE "C",
    area             text COLLATE "C" NOT NULL,
    lon              double precision,
    lat              double precision,
    state            text             NOT NULL,
    unit             uuid,
    person           uuid,
    round            smallint         NOT NULL,
    reason           text,
    outcome          text,
    answer           text,
    unreached        smallint         NOT NULL,
    stage            text,
    since            timestamptz      NOT NULL,
    due_at           timestamptz,
    whole_due_at     timestamptz,
    late_stages      text             NOT NULL,
    changed_at       timestamptz      NOT NULL,
    steps            integer          NOT NULL,
    chain            bytea            NOT NULL,
    PRIMARY KEY (region, id),
    UNIQUE (region, number)
) WITH (fillfactor = 70);
COMMENT ON TABLE matter.matter IS 'One request as it stands now; its history is matter.step';
COMMENT ON COLUMN matter.matter.request_key IS 'Digest of caller and Idempotency-Key: a report sent twice is stored once';
COMMENT ON COLUMN matter.matter.phone_index IS 'Blind index of the requester''s phone, for exact search only';
CREATE UNIQUE INDEX matter_request_key ON matter.matter (region, request_key) WHERE request_key IS NOT NULL;
CREATE INDEX matter_requester ON matter.matter (region, requester, id) WHERE requester IS NOT NULL;
CREATE INDEX matter_item_time ON matter.matter (region, item, reported_at);

CREATE TABLE matter.step (
    region     text COLLATE "C" NOT NULL,
    matter     uuid             NOT NULL,
    seq        integer          NOT NULL,
    at         timestamptz      NOT NULL,
    actor      uuid             NOT NULL,
    actor_name text             NOT NULL,
    act        text             NOT NULL,
    from_state text             NOT NULL,
    to_state   text             NOT NULL,
    note       text             NOT NULL,
    facts      json             NOT NULL,
    key        uuid,
    hash       bytea            NOT NULL,
    PRIMARY KEY (region, matter, seq)
);
COMMENT ON TABLE matter.step IS 'History of matters, appended and chained by hash; never changed. Written only together with its matter, in one statement, so it needs no foreign key';
COMMENT ON COLUMN matter.step.facts IS 'json, not jsonb: the hash covers the very text';

CREATE FUNCTION matter.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'history is appended, never changed';
END
$$;
CREATE TRIGGER step_is_history BEFORE UPDATE OR DELETE ON matter.step
    FOR EACH ROW EXECUTE FUNCTION matter.refuse_change();

CREATE TABLE matter.number_block (
    region text COLLATE "C" NOT NULL,
    day    date             NOT NULL,
    next   bigint           NOT NULL,
    PRIMARY KEY (region, day)
);
COMMENT ON TABLE matter.number_block IS 'The next free number of a day; nodes take blocks, so gaps are normal';

CREATE TABLE matter.attachment (
    region     text COLLATE "C" NOT NULL,
    id         uuid             NOT NULL,
    matter     uuid,
    step       integer,
    kind       text,
    uploader   uuid             NOT NULL,
    media_type text             NOT NULL,
    width      integer          NOT NULL,
    height     integer          NOT NULL,
    sha256     bytea            NOT NULL,
    content    bytea            NOT NULL,
    thumbnail  bytea            NOT NULL,
    added_at   timestamptz      NOT NULL,
    PRIMARY KEY (region, id),
    FOREIGN KEY (region, matter) REFERENCES matter.matter (region, id)
);
COMMENT ON TABLE matter.attachment IS 'Pictures, re-encoded without metadata; without a matter until a step uses them';
CREATE INDEX attachment_matter ON matter.attachment (region, matter) WHERE matter IS NOT NULL;
CREATE INDEX attachment_loose ON matter.attachment (region, added_at) WHERE matter IS NULL;
ALTER TABLE matter.attachment ALTER COLUMN content SET STORAGE EXTERNAL;
ALTER TABLE matter.attachment ALTER COLUMN thumbnail SET STORAGE EXTERNAL;
