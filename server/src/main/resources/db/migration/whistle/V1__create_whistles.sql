CREATE TABLE whistle.whistle (
    region           text COLLATE "C" NOT NULL,
    id               uuid             NOT NULL,
    version          integer          NOT NULL,
    number           text COLLATE "C" NOT NULL,
    request_key      uuid,
    playbook         text             NOT NULL,
    playbook_version integer          NOT NULL,
    rung             text COLLATE "C" NOT NULL,
    cause            text COLLATE "C" NOT NULL,
    item             text COLLATE "C",
    no_item_reason   text             NOT NULL,
    emergency        boolean          NOT NULL,
    matter           uuid,
    matter_number    text,
    title            text             NOT NULL,
    body             text             NOT NULL,
    area             text COLLATE "C" NOT NULL,
    place            text             NOT NULL,
    lon              double precision,
    lat              double precision,
    caller_unit      uuid,
    caller_node      text COLLATE "C" NOT NULL,
    caller           uuid             NOT NULL,
    caller_name      text             NOT NULL,
    evaluated        boolean          NOT NULL,
    blown_at         timestamptz      NOT NULL,
    state            text             NOT NULL,
    record_revision  integer          NOT NULL,
    record           text,
    outcome          text,
    withdrawn        text,
    changed_at       timestamptz      NOT NULL,
    steps            integer          NOT NULL,
    chain            bytea            NOT NULL,
    PRIMARY KEY (region, id),
    UNIQUE (region, number)
) WITH (fillfactor = 70);
COMMENT ON TABLE whistle.whistle IS 'One whistle as it stands now: who called for what and where, and what came of it; its history is whistle.step';
COMMENT ON COLUMN whistle.whistle.request_key IS 'Digest of caller and Idempotency-Key: a whistle sent twice is blown once';
COMMENT ON COLUMN whistle.whistle.evaluated IS 'Whether its level is rated by the caller; a fact of the playbook version it was blown under';
CREATE UNIQUE INDEX whistle_request_key ON whistle.whistle (region, request_key) WHERE request_key IS NOT NULL;
CREATE INDEX whistle_caller_unit ON whistle.whistle (region, caller_unit, id) WHERE caller_unit IS NOT NULL;
CREATE INDEX whistle_caller_node ON whistle.whistle (region, caller_node, id);
CREATE INDEX whistle_time ON whistle.whistle (region, blown_at);

CREATE TABLE whistle.summons (
    region        text COLLATE "C" NOT NULL,
    whistle       uuid             NOT NULL,
    unit          uuid             NOT NULL,
    lead          boolean          NOT NULL,
    state         text             NOT NULL,
    since         timestamptz      NOT NULL,
    due_at        timestamptz      NOT NULL,
    object_by     timestamptz,
    team          text,
    on_duty       uuid,
    received_at   timestamptz,
    received_by   uuid,
    objection     text,
    objected_at   timestamptz,
    upheld        boolean,
    finding       text,
    found_at      timestamptz,
    missed_at     timestamptz,
    above         uuid,
    arrived_at    timestamptz,
    arrived_by    uuid,
    arrived_name  text,
    arrived_place text,
    lon           double precision,
    lat           double precision,
    photos        uuid[],
    late          boolean,
    signed_at     timestamptz,
    signed_by     uuid,
    signed_name   text,
    ended_at      timestamptz,
    response      smallint,
    quality       smallint,
    solved        boolean,
    remark        text,
    rank          bigint           NOT NULL,
    PRIMARY KEY (region, whistle, unit)
) WITH (fillfactor = 70);
COMMENT ON TABLE whistle.summons IS 'One unit''s part in a whistle: its state, its limits, its arrival, signature and rating. Written only together with its whistle, in one statement, so it needs no foreign key';
COMMENT ON COLUMN whistle.summons.rank IS 'Order in the unit''s list: open ones by their limit, then what is over, newest first';
COMMENT ON COLUMN whistle.summons.on_duty IS 'Who was on duty of the team through which the unit was called';
COMMENT ON COLUMN whistle.summons.photos IS 'Ids of uploaded pictures, which another module keeps';
CREATE UNIQUE INDEX summons_lead ON whistle.summons (region, whistle) WHERE lead;
CREATE INDEX summons_list ON whistle.summons (region, unit, rank, whistle);
CREATE INDEX summons_above ON whistle.summons (region, above, whistle) WHERE above IS NOT NULL;
CREATE INDEX summons_due ON whistle.summons (due_at) WHERE state IN ('SUMMONED', 'RECEIVED', 'DENIED');

CREATE TABLE whistle.step (
    region     text COLLATE "C" NOT NULL,
    whistle    uuid             NOT NULL,
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
    PRIMARY KEY (region, whistle, seq)
);
COMMENT ON TABLE whistle.step IS 'History of whistles, appended and chained by hash; never changed. Written only together with its whistle, in one statement, so it needs no foreign key';
COMMENT ON COLUMN whistle.step.facts IS 'json, not jsonb: the hash covers the very text';

CREATE FUNCTION whistle.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'history is appended, never changed';
END
$$;
CREATE TRIGGER step_is_history BEFORE UPDATE OR DELETE ON whistle.step
    FOR EACH ROW EXECUTE FUNCTION whistle.refuse_change();

CREATE TABLE whistle.number_block (
    region text COLLATE "C" NOT NULL,
    day    date             NOT NULL,
    next   bigint           NOT NULL,
    PRIMARY KEY (region, day)
);
COMMENT ON TABLE whistle.number_block IS 'The next free number of a day; nodes take blocks, so gaps are normal';
