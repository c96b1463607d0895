CREATE TABLE task.task (
    region           text COLLATE "C" NOT NULL,
    id               uuid             NOT NULL,
    version          integer          NOT NULL,
    slot             text COLLATE "C" NOT NULL,
    playbook         text             NOT NULL,
    playbook_version integer          NOT NULL,
    mode             text,
    kind             text COLLATE "C" NOT NULL,
    name             text             NOT NULL,
    origin           text COLLATE "C" NOT NULL,
    area             text COLLATE "C" NOT NULL,
    unit             uuid             NOT NULL,
    person           uuid,
    team             uuid,
    matter           uuid,
    words            text             NOT NULL,
    given_at         timestamptz      NOT NULL,
    given_by         uuid             NOT NULL,
    due_at           timestamptz      NOT NULL,
    state            text             NOT NULL,
    stage            integer          NOT NULL,
    sent_back        text,
    done_at          timestamptz,
    done_by          uuid,
    done_name        text,
    done_words       text,
    figure           bigint,
    proof_kinds      text[],
    proof            uuid[],
    late             boolean,
    score            integer,
    checked_at       timestamptz,
    checked_by       uuid,
    checked_name     text,
    ended            text,
    told_late        boolean          NOT NULL DEFAULT false,
    steps            integer          NOT NULL,
    chain            bytea            NOT NULL,
    PRIMARY KEY (region, id),
    UNIQUE (region, slot)
) WITH (fillfactor = 80);
COMMENT ON TABLE task.task IS 'One task given to one post, team or body, as it stands now; its history is task.step';
COMMENT ON COLUMN task.task.slot IS 'What it was given for and to whom: given twice for the same, it is stored once';
COMMENT ON COLUMN task.task.origin IS 'The period (2026-W10), the switch of a mode, or the request by hand that it comes from';
COMMENT ON COLUMN task.task.proof IS 'Ids of uploaded pictures, which another module keeps; their kinds stand in proof_kinds';
CREATE INDEX task_open ON task.task (region, area, due_at, id) WHERE state IN ('OPEN', 'DONE');
CREATE INDEX task_person ON task.task (region, person, due_at, id) WHERE person IS NOT NULL;
CREATE INDEX task_unit ON task.task (region, unit, due_at, id);
CREATE INDEX task_given ON task.task (region, given_at, area);
CREATE INDEX task_origin ON task.task (region, origin) WHERE state IN ('OPEN', 'DONE');
CREATE INDEX task_late ON task.task (due_at) WHERE state = 'OPEN' AND NOT told_late;
CREATE INDEX task_matter ON task.task (region, matter) WHERE matter IS NOT NULL;

CREATE TABLE task.step (
    region     text COLLATE "C" NOT NULL,
    task       uuid             NOT NULL,
    seq        integer          NOT NULL,
    at         timestamptz      NOT NULL,
    actor      uuid             NOT NULL,
    actor_name text             NOT NULL,
    act        text             NOT NULL,
    from_state text             NOT NULL,
    to_state   text             NOT NULL,
    note       text             NOT NULL,
    facts      json             NOT NULL,
    hash       bytea            NOT NULL,
    PRIMARY KEY (region, task, seq)
);
COMMENT ON TABLE task.step IS 'History of tasks, appended and chained by hash; never changed. Written only together with its task, in one statement, so it needs no foreign key';
COMMENT ON COLUMN task.step.facts IS 'json, not jsonb: the hash covers the very text';

CREATE FUNCTION task.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'history is appended, never changed';
END
$$;
CREATE TRIGGER step_is_history BEFORE UPDATE OR DELETE ON task.step
    FOR EACH ROW EXECUTE FUNCTION task.refuse_change();

CREATE TABLE task.round (
    region   text COLLATE "C" NOT NULL,
    playbook text COLLATE "C" NOT NULL,
    kind     text COLLATE "C" NOT NULL,
    period   text COLLATE "C" NOT NULL,
    given    integer          NOT NULL,
    at       timestamptz      NOT NULL,
    PRIMARY KEY (region, playbook, kind, period)
);
COMMENT ON TABLE task.round IS 'What was given out for which period: each round is given once, by whichever server comes first';

CREATE TABLE task.spell (
    region   text COLLATE "C" NOT NULL,
    id       uuid             NOT NULL,
    area     text COLLATE "C" NOT NULL,
    mode     text             NOT NULL,
    from_at  timestamptz      NOT NULL,
    until_at timestamptz,
    begun    boolean          NOT NULL DEFAULT false,
    ended    boolean          NOT NULL DEFAULT false,
    PRIMARY KEY (region, id)
);
COMMENT ON TABLE task.spell IS 'A mode of an area as its switches told it: its tasks are given when it begins and end when it ends';
CREATE INDEX spell_waiting ON task.spell (from_at) WHERE NOT ended;
