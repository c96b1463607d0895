-- What stands beside the state of a matter: few matters have any of it, so it is listed from a table of its own, and most
-- steps touch nothing of it.

ALTER TABLE matter_row
    ADD COLUMN flags   text COLLATE "C",
    ADD COLUMN helpers text COLLATE "C",
    ADD COLUMN master  uuid,
    ADD COLUMN amber   timestamptz;
COMMENT ON COLUMN matter_row.flags IS 'What stands beside the state, as words with commas between them; null when there is nothing';
COMMENT ON COLUMN matter_row.helpers IS 'Units that help or are consulted now, with commas between them';
COMMENT ON COLUMN matter_row.master IS 'The matter it was merged into';
COMMENT ON COLUMN matter_row.amber IS 'When the running stage turns amber, or earlier once it has';
CREATE INDEX matter_row_master ON matter_row (region, master, reported_at, id) WHERE master IS NOT NULL;

ALTER TABLE open_row
    ADD COLUMN flags   text COLLATE "C",
    ADD COLUMN helpers text COLLATE "C",
    ADD COLUMN master  uuid,
    ADD COLUMN amber   timestamptz;

CREATE TABLE aside_row (
    region      text COLLATE "C" NOT NULL,
    id          uuid             NOT NULL,
    flag        text COLLATE "C" NOT NULL,
    unit        uuid             NOT NULL,
    lead        boolean          NOT NULL,
    reported_at timestamptz      NOT NULL,
    due         timestamptz      NOT NULL,
    street      text COLLATE "C" NOT NULL,
    community   text COLLATE "C" NOT NULL,
    area        text COLLATE "C" NOT NULL,
    CONSTRAINT aside_row_pk PRIMARY KEY (region, id, flag, unit)
);
COMMENT ON TABLE aside_row IS 'For each flag of a matter one line of the unit that has it in hand, and one of each unit that has another part in it';
COMMENT ON COLUMN aside_row.unit IS 'Nil in the line of the lead while nobody has it in hand';
COMMENT ON COLUMN aside_row.lead IS 'True in exactly one line of a matter and flag: lists by place read only those';
COMMENT ON COLUMN aside_row.due IS 'As in open_row';

CREATE INDEX aside_row_newest    ON aside_row (region, flag, reported_at, id) WHERE lead;
CREATE INDEX aside_row_street    ON aside_row (region, flag, street, reported_at, id) WHERE lead;
CREATE INDEX aside_row_community ON aside_row (region, flag, community, reported_at, id) WHERE lead;
CREATE INDEX aside_row_unit      ON aside_row (region, flag, unit, reported_at, id);
CREATE INDEX aside_row_unit_due  ON aside_row (region, unit, due, id) WHERE flag = 'helped';

-- Lines written before know nothing of flags: one version back, the next recount brings them up to date.
UPDATE matter_row SET version = version - 1;
UPDATE open_row SET version = version - 1;
