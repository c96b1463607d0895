-- What stands beside the state. Columns for what nearly every matter has, one document for what few have.
ALTER TABLE matter.matter
    ADD COLUMN first_unit uuid,
    ADD COLUMN rung       text COLLATE "C",
    ADD COLUMN handler    uuid,
    ADD COLUMN closed_at  timestamptz,
    ADD COLUMN parent     uuid,
    ADD COLUMN master     uuid,
    ADD COLUMN aside      jsonb,
    ADD COLUMN pace       jsonb,
    ADD COLUMN alarm_at   timestamptz;
COMMENT ON COLUMN matter.matter.first_unit IS 'The first unit that received it and stays responsible';
COMMENT ON COLUMN matter.matter.rung IS 'The level word at which it stands on the ladder';
COMMENT ON COLUMN matter.matter.handler IS 'The account that handled it last; never judges it';
COMMENT ON COLUMN matter.matter.parent IS 'The matter it was split from';
COMMENT ON COLUMN matter.matter.master IS 'The matter it was merged into';
COMMENT ON COLUMN matter.matter.aside IS 'Marks, holds, helpers, applications, consultations; null when there is nothing of it';
COMMENT ON COLUMN matter.matter.pace IS 'Pauses, extensions and passed marks of the clock; null when it runs evenly';
COMMENT ON COLUMN matter.matter.alarm_at IS 'When the clock wants to be looked at; not indexed here, since it changes with every step';
CREATE INDEX matter_parent ON matter.matter (region, parent) WHERE parent IS NOT NULL;
CREATE INDEX matter_master ON matter.matter (region, master) WHERE master IS NOT NULL;

CREATE TABLE matter.alarm (
    region text COLLATE "C" NOT NULL,
    matter uuid             NOT NULL,
    at     timestamptz      NOT NULL,
    PRIMARY KEY (region, matter)
);
COMMENT ON TABLE matter.alarm IS 'Which clocks want to be looked at and when; kept by a reader of the event log, so that a step does not pay for it';
CREATE INDEX alarm_at ON matter.alarm (at);

CREATE TABLE matter.follower (
    region  text COLLATE "C" NOT NULL,
    matter  uuid             NOT NULL,
    account uuid             NOT NULL,
    since   timestamptz      NOT NULL,
    PRIMARY KEY (region, matter, account),
    FOREIGN KEY (region, matter) REFERENCES matter.matter (region, id)
);
COMMENT ON TABLE matter.follower IS 'Residents who follow a matter that somebody else reported';
CREATE INDEX follower_account ON matter.follower (region, account);

CREATE TABLE matter.ruling (
    region  text COLLATE "C" NOT NULL,
    item    text COLLATE "C" NOT NULL,
    area    text COLLATE "C" NOT NULL,
    unit    uuid             NOT NULL,
    matter  uuid             NOT NULL,
    at      timestamptz      NOT NULL,
    PRIMARY KEY (region, item, area)
);
COMMENT ON TABLE matter.ruling IS 'What arbitration decided: this item in this community or street is this unit''s; the dispatch rules ask here first';
