CREATE TABLE appointment.opening (
    region     text COLLATE "C" NOT NULL,
    id         uuid             NOT NULL,
    area       text COLLATE "C" NOT NULL,
    opens      text COLLATE "C" NOT NULL,
    from_day   date             NOT NULL,
    hours      text[]           NOT NULL,
    reason     text             NOT NULL,
    by_account uuid             NOT NULL,
    at         timestamptz      NOT NULL,
    PRIMARY KEY (region, id)
);
COMMENT ON TABLE appointment.opening IS 'Opening hours that a place sets for one of its windows instead of those of the playbook, from a day on; the latest entry counts, no hours mean closed. Appended, never changed';
COMMENT ON COLUMN appointment.opening.opens IS 'Key of the window in the playbook';
CREATE INDEX opening_place ON appointment.opening (region, area, opens, from_day, id);

CREATE TABLE appointment.booking (
    region      text COLLATE "C" NOT NULL,
    id          uuid             NOT NULL,
    version     integer          NOT NULL,
    number      text COLLATE "C" NOT NULL,
    request_key uuid,
    opens       text COLLATE "C" NOT NULL,
    name        text             NOT NULL,
    area        text COLLATE "C" NOT NULL,
    starts_at   timestamptz      NOT NULL,
    ends_at     timestamptz      NOT NULL,
    seat        integer          NOT NULL,
    service     text,
    subject     text             NOT NULL,
    visitor     bytea            NOT NULL,
    phone       bytea            NOT NULL,
    phone_index bytea            NOT NULL,
    booked_by   uuid             NOT NULL,
    on_behalf   boolean          NOT NULL,
    booked_at   timestamptz      NOT NULL,
    state       text             NOT NULL,
    closed_at   timestamptz,
    closed_by   uuid,
    closed_name text,
    note        text,
    matter      uuid,
    PRIMARY KEY (region, id),
    UNIQUE (region, number)
) WITH (fillfactor = 90);
COMMENT ON TABLE appointment.booking IS 'One visit that was booked, and what came of it; who comes is sealed';
COMMENT ON COLUMN appointment.booking.phone_index IS 'Blind index of the phone, so that nobody books without end';
CREATE UNIQUE INDEX booking_seat ON appointment.booking (region, area, opens, starts_at, seat) WHERE state <> 'CANCELLED';
CREATE UNIQUE INDEX booking_request ON appointment.booking (region, request_key) WHERE request_key IS NOT NULL;
CREATE INDEX booking_phone ON appointment.booking (region, phone_index) WHERE state = 'BOOKED';
CREATE INDEX booking_day ON appointment.booking (region, area, starts_at, id);
