CREATE TABLE eventlog.event (
    region  text COLLATE "C" NOT NULL,
    id      uuid NOT NULL,
    xid     xid8 NOT NULL DEFAULT pg_current_xact_id(),
    kind    text COLLATE "C" NOT NULL,
    subject uuid NOT NULL,
    facts   jsonb NOT NULL,
    at      timestamptz NOT NULL,
    PRIMARY KEY (region, id)
);
COMMENT ON TABLE eventlog.event IS 'One fact that a module tells the others; written by the statement that made it true, read in the order (xid, id).';
COMMENT ON COLUMN eventlog.event.xid IS 'The transaction that wrote it: readers stay below the oldest one still running, so they never miss a late commit.';
CREATE INDEX event_order ON eventlog.event (xid, id);

CREATE TABLE eventlog.cursor (
    consumer text COLLATE "C" PRIMARY KEY,
    xid      xid8 NOT NULL DEFAULT '0',
    id       uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'
);
COMMENT ON TABLE eventlog.cursor IS 'The last event whose effect a consumer has stored; moved in the same transaction as the effect.';

CREATE TABLE eventlog.parked (
    region    text COLLATE "C" NOT NULL,
    consumer  text COLLATE "C" NOT NULL,
    id        uuid NOT NULL,
    kind      text COLLATE "C" NOT NULL,
    error     text NOT NULL,
    attempts  integer NOT NULL,
    parked_at timestamptz NOT NULL,
    PRIMARY KEY (region, consumer, id)
);
COMMENT ON TABLE eventlog.parked IS 'Events a consumer could not apply after several attempts, set aside so that the rest goes on; a person looks at them.';
