-- What has been learned from the facts about matters. Everything here can be built again from the matters.

CREATE TABLE memory (
    region  text COLLATE "C" NOT NULL,
    matter  uuid             NOT NULL,
    version integer          NOT NULL,
    month   date             NOT NULL,
    item    text COLLATE "C" NOT NULL,
    area    text COLLATE "C" NOT NULL,
    unit    uuid,
    standing text COLLATE "C" NOT NULL,
    CONSTRAINT memory_pk PRIMARY KEY (region, matter),
    CONSTRAINT memory_standing CHECK (standing IN ('NONE', 'KEPT', 'RETURNED'))
) WITH (fillfactor = 85);
COMMENT ON TABLE memory IS 'What each matter counts for at present, so that a later version replaces it and the same fact heard twice changes nothing';
COMMENT ON COLUMN memory.standing IS 'KEPT: counted as kept by the unit; RETURNED: the unit gave it back and that is counted; NONE: neither yet';

CREATE TABLE tally (
    region   text COLLATE "C" NOT NULL,
    month    date             NOT NULL,
    item     text COLLATE "C" NOT NULL,
    area     text COLLATE "C" NOT NULL,
    unit     uuid             NOT NULL,
    kept     integer          NOT NULL,
    returned integer          NOT NULL,
    CONSTRAINT tally_pk PRIMARY KEY (region, month, item, area, unit)
) WITH (fillfactor = 80);
COMMENT ON TABLE tally IS 'How many requests of an item, reported in a month and lying in a community, a unit kept and how many it returned';
COMMENT ON COLUMN tally.area IS 'At most 12 digits: grids of one community count together';

CREATE TABLE example (
    region text COLLATE "C" NOT NULL,
    item   text COLLATE "C" NOT NULL,
    slot   smallint         NOT NULL,
    matter uuid             NOT NULL,
    grams  bytea            NOT NULL,
    CONSTRAINT example_pk PRIMARY KEY (region, item, slot)
);
COMMENT ON TABLE example IS 'Texts that taught an item, a few for each; a new one takes the place of an older one';
COMMENT ON COLUMN example.grams IS 'Numbers of runs of up to three letters with their counts; not the text';
CREATE INDEX example_matter ON example (region, matter);

CREATE TABLE revision (
    region   text COLLATE "C" NOT NULL,
    kind     text COLLATE "C" NOT NULL,
    revision bigint           NOT NULL,
    known    bigint           NOT NULL,
    pending  bigint           NOT NULL,
    CONSTRAINT revision_pk PRIMARY KEY (region, kind)
);
COMMENT ON TABLE revision IS 'When the models in memory are due to be built again: once a share of what is known has changed';
COMMENT ON COLUMN revision.kind IS 'units or texts';
