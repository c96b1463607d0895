CREATE TABLE channel (
    region     text COLLATE "C" NOT NULL,
    key        text COLLATE "C" NOT NULL,
    version    bigint           NOT NULL,
    file       text             NOT NULL,
    secrets    bytea,
    per_minute integer          NOT NULL,
    paused     text COLLATE "C",
    failures   integer          NOT NULL,
    created_at timestamptz      NOT NULL,
    changed_by uuid             NOT NULL,
    CONSTRAINT channel_pk PRIMARY KEY (region, key)
);
COMMENT ON TABLE channel IS 'Ways by which notices leave the app, each with the file that says how';
COMMENT ON COLUMN channel.secrets IS 'Passwords, tokens and keys by name, sealed as one document; null while there are none';
COMMENT ON COLUMN channel.per_minute IS 'So many messages a minute and no more';
COMMENT ON COLUMN channel.paused IS 'Why nothing is sent at present: manual, or failing; null while it is';
COMMENT ON COLUMN channel.failures IS 'Attempts that failed one after the other, of any letter';

CREATE TABLE letter (
    region     text COLLATE "C" NOT NULL,
    id         uuid             NOT NULL,
    channel    text COLLATE "C" NOT NULL,
    addressee  uuid             NOT NULL,
    turn       bigint           NOT NULL GENERATED ALWAYS AS IDENTITY,
    notice     uuid             NOT NULL,
    subject    uuid             NOT NULL,
    kind       text COLLATE "C" NOT NULL,
    number     text COLLATE "C" NOT NULL,
    headline   text             NOT NULL,
    address    bytea            NOT NULL,
    urgent     boolean          NOT NULL,
    gathered   boolean          NOT NULL,
    state      text COLLATE "C" NOT NULL,
    attempts   integer          NOT NULL,
    next_at    timestamptz,
    tried_at   timestamptz,
    sent_as    uuid,
    error      text,
    receipt_id text COLLATE "C",
    receipt    text COLLATE "C",
    created_at timestamptz      NOT NULL,
    CONSTRAINT letter_pk PRIMARY KEY (region, id),
    CONSTRAINT letter_once UNIQUE (region, channel, addressee, notice),
    CONSTRAINT letter_state CHECK (state IN ('waiting', 'sent', 'dead')),
    CONSTRAINT letter_waits CHECK ((state = 'waiting') = (next_at IS NOT NULL)),
    CONSTRAINT letter_channel FOREIGN KEY (region, channel) REFERENCES channel (region, key) ON DELETE CASCADE
);
COMMENT ON TABLE letter IS 'What one addressee is to be told by one channel, with attempts and the last error; the notice knows nothing of it';
COMMENT ON COLUMN letter.addressee IS 'An account, or made from the address; its letters go in order';
COMMENT ON COLUMN letter.address IS 'Where it goes, sealed';
COMMENT ON COLUMN letter.headline IS 'What it says; nobody''s own words';
COMMENT ON COLUMN letter.gathered IS 'It may go in one message with others of its addressee';
COMMENT ON COLUMN letter.sent_as IS 'The letter that leads the message it went in';
COMMENT ON COLUMN letter.receipt_id IS 'What the other side calls the message';
COMMENT ON COLUMN letter.receipt IS 'What the other side said became of it: arrived, or lost';

CREATE INDEX letter_due ON letter (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX letter_ahead ON letter (region, channel, addressee, turn) WHERE state = 'waiting';
CREATE INDEX letter_tried ON letter (region, channel, tried_at) WHERE tried_at IS NOT NULL;
CREATE INDEX letter_log ON letter (region, channel, id);
CREATE INDEX letter_open ON letter (region, channel, state, id) WHERE state IN ('waiting', 'dead');
CREATE INDEX letter_sent_as ON letter (region, sent_as) WHERE sent_as IS NOT NULL;
CREATE INDEX letter_receipt ON letter (region, channel, receipt_id) WHERE receipt_id IS NOT NULL;
CREATE INDEX letter_age ON letter (created_at);

CREATE TABLE month (
    region   text COLLATE "C" NOT NULL,
    channel  text COLLATE "C" NOT NULL,
    month    date             NOT NULL,
    messages bigint           NOT NULL,
    letters  bigint           NOT NULL,
    failed   bigint           NOT NULL,
    cost     bigint           NOT NULL,
    CONSTRAINT month_pk PRIMARY KEY (region, channel, month)
);
COMMENT ON TABLE month IS 'What went through a channel in a month and what it cost, kept when letters are gone';
COMMENT ON COLUMN month.cost IS 'In fen';
COMMENT ON COLUMN month.failed IS 'Letters that were given up';

CREATE TABLE sandbox (
    region     text COLLATE "C" NOT NULL,
    id         uuid             NOT NULL,
    channel    text COLLATE "C" NOT NULL,
    address    text             NOT NULL,
    title      text             NOT NULL,
    body       text             NOT NULL,
    created_at timestamptz      NOT NULL,
    CONSTRAINT sandbox_pk PRIMARY KEY (region, id),
    CONSTRAINT sandbox_channel FOREIGN KEY (region, channel) REFERENCES channel (region, key) ON DELETE CASCADE
);
COMMENT ON TABLE sandbox IS 'What would have been sent, where nothing is really sent';
COMMENT ON COLUMN sandbox.address IS 'As it may be shown';

CREATE INDEX sandbox_log ON sandbox (region, channel, id);
CREATE INDEX sandbox_age ON sandbox (created_at);
