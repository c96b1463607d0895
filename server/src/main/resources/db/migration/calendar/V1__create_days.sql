CREATE TABLE calendar.day (
    region     text COLLATE "C" NOT NULL,
    day        date             NOT NULL,
    worked     boolean          NOT NULL,
    why        text             NOT NULL,
    entered_by uuid             NOT NULL,
    entered_at timestamptz      NOT NULL,
    PRIMARY KEY (region, day)
);
COMMENT ON TABLE calendar.day IS 'Days that a county works or does not work whatever the shipped calendar of the country says';

CREATE TABLE calendar.revision (
    region   text COLLATE "C" NOT NULL,
    revision bigint           NOT NULL,
    PRIMARY KEY (region)
);
COMMENT ON TABLE calendar.revision IS 'Grows with every change of a county''s days; every node compares it with what it has in memory';
