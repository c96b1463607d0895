CREATE TABLE subscription (
    region     text COLLATE "C" NOT NULL,
    id         uuid             NOT NULL,
    version    bigint           NOT NULL,
    name       text             NOT NULL,
    url        text             NOT NULL,
    secret     bytea            NOT NULL,
    events     text[]           NOT NULL,
    area       text COLLATE "C" NOT NULL,
    paused     text,
    failures   integer          NOT NULL,
    created_at timestamptz      NOT NULL,
    created_by uuid             NOT NULL,
    CONSTRAINT subscription_pk PRIMARY KEY (region, id)
);
COMMENT ON TABLE subscription IS 'Who outside is told what, where and signed with which sealed secret';
COMMENT ON COLUMN subscription.events IS 'Types of events, e.g. matter.closed; empty for all';
COMMENT ON COLUMN subscription.paused IS 'Why nothing is sent at present: manual, or failing; null while it is';
COMMENT ON COLUMN subscription.failures IS 'Attempts that failed one after the other, of any delivery';

CREATE TABLE delivery (
    region       text COLLATE "C" NOT NULL,
    id           uuid             NOT NULL,
    subscription uuid             NOT NULL,
    event        uuid             NOT NULL,
    type         text COLLATE "C" NOT NULL,
    payload      text             NOT NULL,
    state        text COLLATE "C" NOT NULL,
    attempts     integer          NOT NULL,
    next_at      timestamptz,
    tried_at     timestamptz,
    status       integer,
    error        text,
    created_at   timestamptz      NOT NULL,
    CONSTRAINT delivery_pk PRIMARY KEY (region, id),
    CONSTRAINT delivery_once UNIQUE (region, subscription, event),
    CONSTRAINT delivery_state CHECK (state IN ('waiting', 'delivered', 'dead')),
    CONSTRAINT delivery_waits CHECK ((state = 'waiting') = (next_at IS NOT NULL)),
    CONSTRAINT delivery_subscription FOREIGN KEY (region, subscription)
        REFERENCES subscription (region, id) ON DELETE CASCADE
);
COMMENT ON TABLE delivery IS 'What has to be told to one subscription, with attempts and the last error; the matter knows nothing of it';

CREATE INDEX delivery_log ON delivery (region, subscription, id);
CREATE INDEX delivery_due ON delivery (next_at) WHERE next_at IS NOT NULL;
