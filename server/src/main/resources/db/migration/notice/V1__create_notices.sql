CREATE TABLE notice (
    region    text COLLATE "C" NOT NULL,
    id        uuid             NOT NULL,
    recipient uuid             NOT NULL,
    matter    uuid             NOT NULL,
    template  text COLLATE "C" NOT NULL,
    params    jsonb            NOT NULL,
    created   timestamptz      NOT NULL,
    state     text COLLATE "C" NOT NULL,
    attempts  integer          NOT NULL,
    seen      timestamptz,
    seen_by   uuid,
    CONSTRAINT notice_pk PRIMARY KEY (region, id),
    CONSTRAINT notice_state CHECK (state IN ('pending', 'delivered', 'seen', 'failed'))
) WITH (fillfactor = 90);
COMMENT ON TABLE notice IS 'Who is told what about a matter. In the app a notice is delivered by being here; other channels deliver it themselves';
COMMENT ON COLUMN notice.recipient IS 'An account, an organisation (any member reads and sees it for all), or the desk of a place';
COMMENT ON COLUMN notice.id IS 'Made from the event, recipient and template: told once, however often the event is read';

CREATE INDEX notice_inbox ON notice (region, recipient, id);
CREATE INDEX notice_unseen ON notice (region, recipient) WHERE state <> 'seen';
