CREATE TABLE power.exercise (
    region           text COLLATE "C" NOT NULL,
    id               uuid             NOT NULL,
    playbook         text             NOT NULL,
    playbook_version integer          NOT NULL,
    item             text COLLATE "C" NOT NULL,
    item_class       text COLLATE "C" NOT NULL,
    name             text             NOT NULL,
    basis            text             NOT NULL,
    area             text COLLATE "C" NOT NULL,
    node             text COLLATE "C" NOT NULL,
    by_account       uuid             NOT NULL,
    by_name          text             NOT NULL,
    department       uuid             NOT NULL,
    title            text             NOT NULL,
    body             text             NOT NULL,
    matter           uuid,
    whistle          uuid,
    used_at          timestamptz      NOT NULL,
    object_by        timestamptz,
    answer_by        timestamptz,
    state            text             NOT NULL,
    words            integer          NOT NULL,
    told_late        boolean          NOT NULL DEFAULT false,
    PRIMARY KEY (region, id)
) WITH (fillfactor = 90);
COMMENT ON TABLE power.exercise IS 'One use of a power that the list gives: by whom, on what basis, towards which department; state and words follow from power.word';
CREATE INDEX exercise_node ON power.exercise (region, node, id);
CREATE INDEX exercise_department ON power.exercise (region, department, id);
CREATE INDEX exercise_area ON power.exercise (region, area, id);
CREATE INDEX exercise_time ON power.exercise (region, used_at);
CREATE INDEX exercise_late ON power.exercise (answer_by) WHERE state IN ('USED', 'UPHELD') AND NOT told_late;
CREATE INDEX exercise_matter ON power.exercise (region, matter) WHERE matter IS NOT NULL;
CREATE INDEX exercise_whistle ON power.exercise (region, whistle) WHERE whistle IS NOT NULL;

CREATE TABLE power.word (
    region     text COLLATE "C" NOT NULL,
    exercise   uuid             NOT NULL,
    seq        integer          NOT NULL,
    act        text             NOT NULL,
    agreed     boolean,
    at         timestamptz      NOT NULL,
    by_account uuid             NOT NULL,
    by_name    text             NOT NULL,
    body       text             NOT NULL,
    PRIMARY KEY (region, exercise, seq),
    FOREIGN KEY (region, exercise) REFERENCES power.exercise (region, id)
);
COMMENT ON TABLE power.word IS 'What was said to a use of a power, in order: objection, response, ruling, answer; appended, never changed';

CREATE FUNCTION power.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was said is appended, never changed';
END
$$;
CREATE TRIGGER word_is_history BEFORE UPDATE OR DELETE ON power.word
    FOR EACH ROW EXECUTE FUNCTION power.refuse_change();
