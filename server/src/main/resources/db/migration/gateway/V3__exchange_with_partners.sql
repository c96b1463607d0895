CREATE TABLE partner (
    region     text COLLATE "C" NOT NULL,
    key        text COLLATE "C" NOT NULL,
    version    bigint           NOT NULL,
    account    uuid             NOT NULL,
    mapping    text             NOT NULL,
    scheme     text COLLATE "C" NOT NULL,
    secret     bytea,
    theirs     text COLLATE "C",
    paused     boolean          NOT NULL,
    created_at timestamptz      NOT NULL,
    changed_by uuid             NOT NULL,
    CONSTRAINT partner_pk PRIMARY KEY (region, key)
);
COMMENT ON TABLE partner IS 'Platforms that orders and matters are exchanged with, each with the file that says how it words things';
COMMENT ON COLUMN partner.account IS 'The machine account that speaks for it';
COMMENT ON COLUMN partner.secret IS 'Sealed: the secret of both sides, or our private key; null until keys are made';
COMMENT ON COLUMN partner.theirs IS 'Their public key, where each side has a pair';
COMMENT ON COLUMN partner.scheme IS 'What the keys are for';

CREATE TABLE nonce (
    region  text COLLATE "C" NOT NULL,
    partner text COLLATE "C" NOT NULL,
    nonce   text COLLATE "C" NOT NULL,
    seen_at timestamptz      NOT NULL,
    CONSTRAINT nonce_pk PRIMARY KEY (region, partner, nonce)
);
COMMENT ON TABLE nonce IS 'Nonces of signatures that were taken, for as long as the signature could be taken again';

CREATE INDEX nonce_age ON nonce (seen_at);

CREATE TABLE work_order (
    region      text COLLATE "C" NOT NULL,
    partner     text COLLATE "C" NOT NULL,
    number      text COLLATE "C" NOT NULL,
    matter      uuid             NOT NULL,
    matter_no   text COLLATE "C" NOT NULL,
    version     integer          NOT NULL,
    digest      bytea            NOT NULL,
    said        bytea            NOT NULL,
    day         date             NOT NULL,
    sent_at     timestamptz      NOT NULL,
    received_at timestamptz      NOT NULL,
    CONSTRAINT work_order_pk PRIMARY KEY (region, partner, number)
);
COMMENT ON TABLE work_order IS 'Orders of partners that became matters, once for each number of theirs';
COMMENT ON COLUMN work_order.said IS 'Everything the order says by now, sealed as one document';
COMMENT ON COLUMN work_order.day IS 'The day by which it is reconciled: of the time the order itself names';
COMMENT ON COLUMN work_order.sent_at IS 'When what it says by now was sent';

CREATE INDEX work_order_matter ON work_order (region, matter);
CREATE INDEX work_order_day ON work_order (region, partner, day, number);

CREATE TABLE inbound (
    region      text COLLATE "C" NOT NULL,
    partner     text COLLATE "C" NOT NULL,
    id          text COLLATE "C" NOT NULL,
    number      text COLLATE "C" NOT NULL,
    kind        text COLLATE "C" NOT NULL,
    digest      bytea            NOT NULL,
    body        bytea            NOT NULL,
    state       text COLLATE "C" NOT NULL,
    outcome     text COLLATE "C",
    sent_at     timestamptz      NOT NULL,
    received_at timestamptz      NOT NULL,
    CONSTRAINT inbound_pk PRIMARY KEY (region, partner, id),
    CONSTRAINT inbound_state CHECK (state IN ('waiting', 'taken', 'refused'))
);
COMMENT ON TABLE inbound IS 'Messages of partners, once for each id of theirs; those that came before their order wait for it';
COMMENT ON COLUMN inbound.body IS 'As it was sent, sealed';
COMMENT ON COLUMN inbound.outcome IS 'What it came to, as it was answered; why it was refused';

CREATE INDEX inbound_waiting ON inbound (region, partner, number, sent_at) WHERE state = 'waiting';
CREATE INDEX inbound_age ON inbound (received_at);

CREATE TABLE parcel (
    region      text COLLATE "C" NOT NULL,
    id          uuid             NOT NULL,
    partner     text COLLATE "C" NOT NULL,
    matter      uuid             NOT NULL,
    number      text COLLATE "C" NOT NULL,
    turn        bigint           NOT NULL GENERATED ALWAYS AS IDENTITY,
    event       uuid             NOT NULL,
    kind        text COLLATE "C" NOT NULL,
    payload     bytea            NOT NULL,
    state       text COLLATE "C" NOT NULL,
    attempts    integer          NOT NULL,
    next_at     timestamptz,
    tried_at    timestamptz,
    status      integer,
    error       text,
    day         date             NOT NULL,
    created_at  timestamptz      NOT NULL,
    CONSTRAINT parcel_pk PRIMARY KEY (region, id),
    CONSTRAINT parcel_once UNIQUE (region, partner, event, kind),
    CONSTRAINT parcel_state CHECK (state IN ('waiting', 'delivered', 'dead', 'dropped')),
    CONSTRAINT parcel_waits CHECK ((state = 'waiting') = (next_at IS NOT NULL)),
    CONSTRAINT parcel_partner FOREIGN KEY (region, partner) REFERENCES partner (region, key) ON DELETE CASCADE
);
COMMENT ON TABLE parcel IS 'Messages to partners, with attempts and the last error; of one matter each waits for those before it';
COMMENT ON COLUMN parcel.turn IS 'Messages of one matter go in this order';
COMMENT ON COLUMN parcel.number IS 'The partner''s number of the order, or ours of what is pushed';
COMMENT ON COLUMN parcel.payload IS 'What is sent, sealed';
COMMENT ON COLUMN parcel.day IS 'The day by which it is reconciled: of the time the message names';

CREATE INDEX parcel_due ON parcel (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX parcel_ahead ON parcel (region, partner, matter, turn) WHERE state IN ('waiting', 'dead');
CREATE INDEX parcel_log ON parcel (region, partner, id);
CREATE INDEX parcel_open ON parcel (region, partner, state, id) WHERE state IN ('waiting', 'dead');
CREATE INDEX parcel_matter ON parcel (region, matter, partner, kind);
CREATE INDEX parcel_day ON parcel (region, partner, day, number);
CREATE INDEX parcel_number ON parcel (region, partner, number, kind, turn);

CREATE TABLE reckoning (
    region   text COLLATE "C" NOT NULL,
    partner  text COLLATE "C" NOT NULL,
    day      date             NOT NULL,
    made_at  timestamptz      NOT NULL,
    error    text,
    theirs   integer          NOT NULL,
    ours     integer          NOT NULL,
    sent     integer          NOT NULL,
    received integer          NOT NULL,
    CONSTRAINT reckoning_pk PRIMARY KEY (region, partner, day)
);
COMMENT ON TABLE reckoning IS 'What a partner and we say of one day';
COMMENT ON COLUMN reckoning.theirs IS 'Orders they say they sent; ours: those we have';
COMMENT ON COLUMN reckoning.sent IS 'Results we delivered; received: those they say they have';

CREATE TABLE difference (
    region  text COLLATE "C" NOT NULL,
    partner text COLLATE "C" NOT NULL,
    day     date             NOT NULL,
    kind    text COLLATE "C" NOT NULL,
    number  text COLLATE "C" NOT NULL,
    repair  text,
    CONSTRAINT difference_pk PRIMARY KEY (region, partner, day, kind, number),
    CONSTRAINT difference_reckoning FOREIGN KEY (region, partner, day)
        REFERENCES reckoning (region, partner, day) ON DELETE CASCADE
);
COMMENT ON TABLE difference IS 'Where the two sides differ about a day, as it stood when they were last compared';
COMMENT ON COLUMN difference.repair IS 'What was done about it since';
