CREATE TABLE request (
    region      text COLLATE "C" NOT NULL,
    matter      uuid             NOT NULL,
    account     uuid             NOT NULL,
    received_at timestamptz      NOT NULL,
    more        bytea,
    CONSTRAINT request_pk PRIMARY KEY (region, matter)
);
COMMENT ON TABLE request IS 'Which matters came in by which account through an outside protocol: it may ask about them again';
COMMENT ON COLUMN request.more IS 'What was sent and has no place in the matter (email, device, links), sealed as one document; null for nothing';

CREATE TABLE moved (
    region  text COLLATE "C" NOT NULL,
    id      uuid             NOT NULL,
    matter  uuid             NOT NULL,
    account uuid,
    number  text COLLATE "C" NOT NULL,
    item    text COLLATE "C" NOT NULL,
    street  text COLLATE "C" NOT NULL,
    hidden  boolean          NOT NULL,
    state   text COLLATE "C" NOT NULL,
    words   text             NOT NULL,
    at      timestamptz      NOT NULL,
    CONSTRAINT moved_pk PRIMARY KEY (region, id)
);
COMMENT ON TABLE moved IS 'Matters that came to another state, for those outside who ask what is new; fed by the event log, of items that are published and of matters that came from outside';
COMMENT ON COLUMN moved.id IS 'The fact''s own id: told once, however often the event is read';
COMMENT ON COLUMN moved.account IS 'Who brought the matter in from outside; null for nobody';
COMMENT ON COLUMN moved.words IS 'What was done, as whoever did it says; shown only to whom it may be';

CREATE INDEX moved_time ON moved (region, at, id) WHERE NOT hidden;
CREATE INDEX moved_account ON moved (region, account, at, id) WHERE account IS NOT NULL;
