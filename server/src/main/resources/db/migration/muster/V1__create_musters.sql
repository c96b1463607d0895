CREATE TABLE muster.muster (
    region    text COLLATE "C" NOT NULL,
    id        uuid             NOT NULL,
    version   integer          NOT NULL,
    kind      text COLLATE "C" NOT NULL,
    name      text             NOT NULL,
    area      text COLLATE "C" NOT NULL,
    place     text             NOT NULL,
    words     text             NOT NULL,
    task      text COLLATE "C",
    tasks     integer          NOT NULL,
    called_at timestamptz      NOT NULL,
    called_by uuid             NOT NULL,
    by_name   text             NOT NULL,
    answer_by timestamptz      NOT NULL,
    ended_at  timestamptz,
    ended_by  text,
    end_words text,
    PRIMARY KEY (region, id)
) WITH (fillfactor = 90);
COMMENT ON TABLE muster.muster IS 'The teams of a kind within an area are called out in one act; who was called stands in muster.call';
COMMENT ON COLUMN muster.muster.kind IS 'The key of the teams in the playbook; name is what the playbook called them then';
COMMENT ON COLUMN muster.muster.task IS 'The kind of task that each team was given with it, and how many were';
CREATE INDEX muster_area ON muster.muster (region, area, id);

CREATE TABLE muster.call (
    region      text COLLATE "C" NOT NULL,
    muster      uuid             NOT NULL,
    person      uuid             NOT NULL,
    name        text             NOT NULL,
    team        uuid             NOT NULL,
    team_name   text             NOT NULL,
    area        text COLLATE "C" NOT NULL,
    lead        boolean          NOT NULL,
    answer      text,
    answered_at timestamptz,
    answers     integer          NOT NULL DEFAULT 0,
    PRIMARY KEY (region, muster, person),
    FOREIGN KEY (region, muster) REFERENCES muster.muster (region, id)
) WITH (fillfactor = 80);
COMMENT ON TABLE muster.call IS 'Somebody who was called, with the last answer; what was answered before stands in muster.answer';
CREATE INDEX call_person ON muster.call (region, person, muster);

CREATE TABLE muster.answer (
    region     text COLLATE "C" NOT NULL,
    muster     uuid             NOT NULL,
    person     uuid             NOT NULL,
    seq        integer          NOT NULL,
    answer     text             NOT NULL,
    at         timestamptz      NOT NULL,
    by_account uuid             NOT NULL,
    by_name    text             NOT NULL,
    words      text             NOT NULL,
    PRIMARY KEY (region, muster, person, seq),
    FOREIGN KEY (region, muster, person) REFERENCES muster.call (region, muster, person)
);
COMMENT ON TABLE muster.answer IS 'What was answered to a call, in order, and who said so; appended, never changed';

CREATE FUNCTION muster.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was answered is appended, never changed';
END
$$;
CREATE TRIGGER answer_is_history BEFORE UPDATE OR DELETE ON muster.answer
    FOR EACH ROW EXECUTE FUNCTION muster.refuse_change();
