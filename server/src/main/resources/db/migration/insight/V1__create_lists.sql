-- Read models, fed from the event log and rebuilt from the matters at any time. Two copies of the same line: matter_row
-- holds every matter and is indexed by what rarely changes, so that most steps are HOT updates; open_row holds the few
-- open ones and is indexed by what every step changes.

CREATE TABLE matter_row (
    region      text COLLATE "C" NOT NULL,
    id          uuid             NOT NULL,
    version     integer          NOT NULL,
    open        boolean          NOT NULL,
    late        boolean          NOT NULL,
    reported_at timestamptz      NOT NULL,
    changed_at  timestamptz      NOT NULL,
    due         timestamptz,
    closed_at   timestamptz,
    unit        uuid,
    person      uuid,
    requester   uuid,
    point       point,
    number      text COLLATE "C" NOT NULL,
    state       text COLLATE "C" NOT NULL,
    outcome     text COLLATE "C",
    item        text COLLATE "C" NOT NULL,
    item_class  text COLLATE "C" NOT NULL,
    channel     text COLLATE "C" NOT NULL,
    demand      text COLLATE "C" NOT NULL,
    area        text COLLATE "C" NOT NULL,
    street      text COLLATE "C" NOT NULL,
    community   text COLLATE "C" NOT NULL,
    rating      text COLLATE "C",
    phone       bytea,
    title       text             NOT NULL,
    CONSTRAINT matter_row_pk PRIMARY KEY (region, id)
) WITH (fillfactor = 75);
COMMENT ON TABLE matter_row IS 'One line per matter as lists show and filter it; the newest version known';
COMMENT ON COLUMN matter_row.outcome IS 'The state once it is final, else null: filtering by it must not cost every step an index entry';
COMMENT ON COLUMN matter_row.street IS 'The first 9 digits of area, or area where it is shorter';
COMMENT ON COLUMN matter_row.community IS 'The first 12 digits of area, or area where it is shorter';

CREATE INDEX matter_row_newest    ON matter_row (region, reported_at, id);
CREATE INDEX matter_row_street    ON matter_row (region, street, reported_at, id);
CREATE INDEX matter_row_community ON matter_row (region, community, reported_at, id);
CREATE INDEX matter_row_place_item ON matter_row (region, street, item, reported_at, id);
CREATE INDEX matter_row_item      ON matter_row (region, item, reported_at, id);
CREATE INDEX matter_row_unit      ON matter_row (region, unit, reported_at, id) WHERE unit IS NOT NULL;
CREATE INDEX matter_row_outcome   ON matter_row (region, outcome, reported_at, id) WHERE outcome IS NOT NULL;
CREATE INDEX matter_row_number    ON matter_row (region, number);
CREATE INDEX matter_row_tail      ON matter_row (region, right(number, 5), reported_at, id);
CREATE INDEX matter_row_phone     ON matter_row (region, phone, reported_at, id) WHERE phone IS NOT NULL;
CREATE INDEX matter_row_box       ON matter_row USING gist (point) WHERE open;

CREATE TABLE open_row (
    region      text COLLATE "C" NOT NULL,
    id          uuid             NOT NULL,
    version     integer          NOT NULL,
    late        boolean          NOT NULL,
    reported_at timestamptz      NOT NULL,
    due         timestamptz      NOT NULL,
    unit        uuid,
    person      uuid,
    point       point,
    number      text COLLATE "C" NOT NULL,
    state       text COLLATE "C" NOT NULL,
    item        text COLLATE "C" NOT NULL,
    channel     text COLLATE "C" NOT NULL,
    area        text COLLATE "C" NOT NULL,
    street      text COLLATE "C" NOT NULL,
    community   text COLLATE "C" NOT NULL,
    title       text             NOT NULL,
    CONSTRAINT open_row_pk PRIMARY KEY (region, id)
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.05);
COMMENT ON TABLE open_row IS 'The open ones among matter_row, in the order in which they fall due';
COMMENT ON COLUMN open_row.due IS 'When the present stage ends; infinity while no clock runs';

CREATE INDEX open_row_due       ON open_row (region, due, id);
CREATE INDEX open_row_unit      ON open_row (region, unit, due, id) WHERE unit IS NOT NULL;
CREATE INDEX open_row_person    ON open_row (region, person, due, id) WHERE person IS NOT NULL;
CREATE INDEX open_row_street    ON open_row (region, street, due, id);
CREATE INDEX open_row_community ON open_row (region, community, due, id);
CREATE INDEX open_row_state     ON open_row (region, state, reported_at, id);

CREATE TABLE text_slot (
    region text COLLATE "C" NOT NULL,
    slot   integer          NOT NULL,
    filled integer          NOT NULL,
    CONSTRAINT text_slot_pk PRIMARY KEY (region, slot)
);
COMMENT ON TABLE text_slot IS 'Matters are searched in slots of some thousands, newest slot first, so that a common word costs no more than a rare one';

CREATE TABLE matter_text (
    region text COLLATE "C" NOT NULL,
    id     uuid             NOT NULL,
    slot   integer          NOT NULL,
    words  text COLLATE "C" NOT NULL,
    grams  tsvector         NOT NULL,
    CONSTRAINT matter_text_pk PRIMARY KEY (region, id)
);
COMMENT ON TABLE matter_text IS 'What was said, for search; written once';
COMMENT ON COLUMN matter_text.words IS 'Title and text, normalised: half width, lower case, letters and digits only';
COMMENT ON COLUMN matter_text.grams IS 'The pairs of neighbouring characters, and one word that names region and slot';

CREATE INDEX matter_text_grams ON matter_text USING gin (grams) WITH (fastupdate = off);

CREATE TABLE counter (
    region text COLLATE "C" NOT NULL,
    digits smallint         NOT NULL,
    area   text COLLATE "C" NOT NULL,
    day    date             NOT NULL,
    name   text COLLATE "C" NOT NULL,
    value  bigint           NOT NULL,
    CONSTRAINT counter_pk PRIMARY KEY (region, digits, area, day, name)
) WITH (fillfactor = 60);
COMMENT ON TABLE counter IS 'How many matters of a street or community count for a name on a day; day 1970-01-01 is the running total of what is open';
COMMENT ON COLUMN counter.digits IS 'The length of area: all streets of a county lie together, and all its communities';
