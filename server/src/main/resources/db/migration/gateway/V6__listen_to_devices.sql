CREATE TABLE device_connection (
    region     text COLLATE "C" NOT NULL,
    key        text COLLATE "C" NOT NULL,
    version    bigint           NOT NULL,
    file       text             NOT NULL,
    account    uuid,
    password   bytea,
    paused     boolean          NOT NULL,
    created_at timestamptz      NOT NULL,
    changed_by uuid             NOT NULL,
    holder     uuid,
    held_until timestamptz,
    line       text COLLATE "C" NOT NULL,
    line_since timestamptz      NOT NULL,
    error      text,
    heard_at   timestamptz,
    heard      bigint           NOT NULL,
    unread     bigint           NOT NULL,
    strange    bigint           NOT NULL,
    last_wrong text,
    lost_id    uuid,
    lost_no    text COLLATE "C",
    CONSTRAINT device_connection_pk PRIMARY KEY (region, key),
    CONSTRAINT device_connection_line CHECK (line IN ('idle', 'up', 'down'))
);
COMMENT ON TABLE device_connection IS 'Where devices speak, each with the file that says how their messages are read, and how its line stands';
COMMENT ON COLUMN device_connection.account IS 'The machine account that posts messages by HTTP; null where none does';
COMMENT ON COLUMN device_connection.password IS 'Sealed; null where the broker asks for none, or until it is entered';
COMMENT ON COLUMN device_connection.holder IS 'The node that listens, until held_until unless it says so again';
COMMENT ON COLUMN device_connection.unread IS 'Messages that could not be read; strange: those of devices that are not registered';
COMMENT ON COLUMN device_connection.lost_no IS 'The matter about the line being down';

CREATE TABLE device (
    region     text COLLATE "C" NOT NULL,
    id         uuid             NOT NULL,
    connection text COLLATE "C" NOT NULL,
    key        text COLLATE "C" NOT NULL,
    kind       text COLLATE "C" NOT NULL,
    name       text             NOT NULL,
    place      text             NOT NULL,
    area       text COLLATE "C",
    lon        double precision,
    lat        double precision,
    link       text,
    created_at timestamptz      NOT NULL,
    topic      text             NOT NULL,
    seen_at    timestamptz,
    silent_at  timestamptz,
    reading    jsonb            NOT NULL,
    battery    integer,
    phase      text COLLATE "C" NOT NULL,
    since      timestamptz      NOT NULL,
    read_at    timestamptz      NOT NULL,
    said_at    timestamptz      NOT NULL,
    repeats    integer          NOT NULL,
    due_at     timestamptz,
    matter     uuid,
    matter_no  text COLLATE "C",
    offline_at timestamptz,
    lost_id    uuid,
    lost_no    text COLLATE "C",
    muted_till timestamptz,
    muted_why  text             NOT NULL,
    CONSTRAINT device_pk PRIMARY KEY (region, id),
    CONSTRAINT device_key UNIQUE (region, connection, key),
    CONSTRAINT device_phase CHECK (phase IN ('calm', 'rising', 'alarmed', 'falling')),
    CONSTRAINT device_of FOREIGN KEY (region, connection)
        REFERENCES device_connection (region, key) ON DELETE CASCADE
);
COMMENT ON TABLE device IS 'The register of devices, each as it stands';
COMMENT ON COLUMN device.topic IS 'Of its latest message, which says by what rule it is read; empty before the first';
COMMENT ON COLUMN device.silent_at IS 'When it counts as lost if it says nothing; null where it may be silent';
COMMENT ON COLUMN device.due_at IS 'When its phase ends by itself, or what is held back is tried again';
COMMENT ON COLUMN device.matter IS 'Of its latest alarm, open or not; lost_id: of its latest loss';

CREATE INDEX device_due ON device (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX device_silent ON device (silent_at) WHERE silent_at IS NOT NULL AND offline_at IS NULL;
CREATE INDEX device_kind ON device (region, kind, id);
CREATE INDEX device_alarmed ON device (region, id) WHERE phase IN ('alarmed', 'falling');
CREATE INDEX device_offline ON device (region, id) WHERE offline_at IS NOT NULL;

CREATE TABLE device_reading (
    region      text COLLATE "C" NOT NULL,
    device      uuid             NOT NULL,
    message     text COLLATE "C" NOT NULL,
    id          uuid             NOT NULL,
    at          timestamptz      NOT NULL,
    received_at timestamptz      NOT NULL,
    reading     jsonb            NOT NULL,
    CONSTRAINT device_reading_pk PRIMARY KEY (region, device, message),
    CONSTRAINT device_reading_of FOREIGN KEY (region, device) REFERENCES device (region, id) ON DELETE CASCADE
);
COMMENT ON TABLE device_reading IS 'Messages of devices, each once, for two days';

CREATE INDEX device_reading_latest ON device_reading (region, device, id);
CREATE INDEX device_reading_age ON device_reading (received_at);

CREATE TABLE device_alarm (
    region     text COLLATE "C" NOT NULL,
    id         uuid             NOT NULL,
    device     uuid             NOT NULL,
    connection text COLLATE "C" NOT NULL,
    turn       text COLLATE "C" NOT NULL,
    at         timestamptz      NOT NULL,
    told_at    timestamptz      NOT NULL,
    reading    jsonb            NOT NULL,
    matter     uuid,
    matter_no  text COLLATE "C",
    opened     boolean          NOT NULL,
    CONSTRAINT device_alarm_pk PRIMARY KEY (region, id),
    CONSTRAINT device_alarm_turn CHECK (turn IN ('raised', 'repeated', 'cleared', 'lost', 'found', 'muted', 'unmuted')),
    CONSTRAINT device_alarm_of FOREIGN KEY (region, device) REFERENCES device (region, id) ON DELETE CASCADE
);
COMMENT ON TABLE device_alarm IS 'What was told of devices, in order; added to and never changed';
COMMENT ON COLUMN device_alarm.opened IS 'It opened a matter; else it was added to one, or to none';

CREATE INDEX device_alarm_of ON device_alarm (region, device, id);
CREATE INDEX device_alarm_opened ON device_alarm (region, connection, told_at) WHERE opened;
