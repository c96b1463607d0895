CREATE TABLE burst (
    region   text COLLATE "C" NOT NULL,
    id       uuid             NOT NULL,
    start    timestamptz      NOT NULL,
    "end"    timestamptz      NOT NULL,
    item     text COLLATE "C" NOT NULL,
    area     text COLLATE "C" NOT NULL,
    count    integer          NOT NULL,
    first_at timestamptz      NOT NULL,
    last_at  timestamptz      NOT NULL,
    state    text COLLATE "C",
    changed_at timestamptz,
    changed_by uuid,
    note     text,
    CONSTRAINT burst_pk PRIMARY KEY (region, id)
) WITH (fillfactor = 70);
COMMENT ON TABLE burst IS 'How many reports of an item came from an area in a window of time; an alert once they were many';
COMMENT ON COLUMN burst.id IS 'Made of item, area and window: the same however often reports are read';
COMMENT ON COLUMN burst.state IS 'OPEN, ACKNOWLEDGED or CLOSED once it is an alert; null while it only counts';
CREATE INDEX burst_start ON burst (region, start);
CREATE INDEX burst_alert ON burst (region, first_at, id) WHERE state IS NOT NULL;
CREATE INDEX burst_state ON burst (region, state, first_at, id) WHERE state IS NOT NULL;

CREATE TABLE burst_report (
    region text COLLATE "C" NOT NULL,
    id     uuid             NOT NULL,
    burst  uuid             NOT NULL,
    start  timestamptz      NOT NULL,
    CONSTRAINT burst_report_pk PRIMARY KEY (region, id)
);
COMMENT ON TABLE burst_report IS 'Where each recent report has been counted, so that it counts once and moves when it is filed anew';
CREATE INDEX burst_report_start ON burst_report (region, start);
