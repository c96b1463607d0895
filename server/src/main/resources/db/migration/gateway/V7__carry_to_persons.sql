CREATE TABLE channel_subscription (
    region       text COLLATE "C" NOT NULL,
    account      uuid             NOT NULL,
    channel      text COLLATE "C" NOT NULL,
    version      bigint           NOT NULL,
    address      bytea,
    confirmed_at timestamptz,
    kinds        text[]           NOT NULL,
    quiet        text COLLATE "C" NOT NULL,
    digest       text COLLATE "C" NOT NULL,
    code         uuid,
    code_at      timestamptz,
    tries        integer          NOT NULL,
    codes        integer          NOT NULL,
    codes_from   timestamptz,
    changed_at   timestamptz      NOT NULL,
    CONSTRAINT channel_subscription_pk PRIMARY KEY (region, account, channel),
    CONSTRAINT channel_subscription_digest CHECK (digest IN ('none', 'hourly', 'daily')),
    CONSTRAINT channel_subscription_confirmed CHECK (confirmed_at IS NULL OR address IS NOT NULL),
    CONSTRAINT channel_subscription_channel FOREIGN KEY (region, channel) REFERENCES channel (region, key) ON DELETE CASCADE
);
COMMENT ON TABLE channel_subscription IS 'Which notices somebody on the staff wants carried out to an address of their own, and when';
COMMENT ON COLUMN channel_subscription.address IS 'Sealed; null once it was ended: what is left counts the codes';
COMMENT ON COLUMN channel_subscription.kinds IS 'Kinds of notices; empty for all that the channel carries';
COMMENT ON COLUMN channel_subscription.code IS 'The code sent last is made from it and stored nowhere; null where none is good any more';
COMMENT ON COLUMN channel_subscription.tries IS 'Of the code sent last';
COMMENT ON COLUMN channel_subscription.codes IS 'Codes sent since codes_from, for a day at most';

CREATE INDEX channel_subscription_stands ON channel_subscription (region, channel) WHERE confirmed_at IS NOT NULL;

ALTER TABLE letter ADD COLUMN quiet text COLLATE "C";
COMMENT ON COLUMN letter.quiet IS 'The addressee''s own quiet hours; null for those of the channel';
