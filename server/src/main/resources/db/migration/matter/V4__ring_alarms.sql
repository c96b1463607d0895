ALTER TABLE matter.alarm
    ADD COLUMN failures  integer NOT NULL DEFAULT 0,
    ADD COLUMN error     text,
    ADD COLUMN parked_at timestamptz;
COMMENT ON COLUMN matter.alarm.at IS 'When to look; moved a little ahead while a node has it in hand';
COMMENT ON COLUMN matter.alarm.parked_at IS 'Failed too often and is left alone until the matter moves';
DROP INDEX matter.alarm_at;
CREATE INDEX alarm_at ON matter.alarm (at) WHERE parked_at IS NULL;
CREATE INDEX alarm_parked ON matter.alarm (region, matter) WHERE parked_at IS NOT NULL;

CREATE TABLE matter.recount (
    region      text COLLATE "C" NOT NULL,
    id          uuid             NOT NULL,
    request_key uuid             NOT NULL,
    why         text             NOT NULL,
    asked_by    uuid             NOT NULL,
    asked_at    timestamptz      NOT NULL,
    reached     uuid             NOT NULL,
    looked      integer          NOT NULL,
    moved       integer          NOT NULL,
    failed      integer          NOT NULL,
    done_at     timestamptz,
    PRIMARY KEY (region, id),
    UNIQUE (region, request_key)
);
COMMENT ON TABLE matter.recount IS 'Recounts of the deadlines of open matters, asked for because days or limits changed, and how far each has come';
COMMENT ON COLUMN matter.recount.reached IS 'The last matter looked at; a recount that was interrupted goes on from here';
