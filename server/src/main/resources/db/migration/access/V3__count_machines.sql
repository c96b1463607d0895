CREATE TABLE access.machine_quota (
    region     text        COLLATE "C" NOT NULL,
    account    uuid        NOT NULL,
    per_minute integer     NOT NULL CHECK (per_minute >= 0),
    per_day    integer     NOT NULL CHECK (per_day >= 0),
    version    bigint      NOT NULL DEFAULT 1,
    changed_at timestamptz NOT NULL,
    changed_by uuid        NOT NULL,
    PRIMARY KEY (region, account),
    FOREIGN KEY (region, account) REFERENCES access.account (region, id)
);
COMMENT ON TABLE access.machine_quota IS 'How many calls a machine may make; 0 is no limit; machines without a row have the limits of the settings';

CREATE TABLE access.machine_use (
    region  text   COLLATE "C" NOT NULL,
    account uuid   NOT NULL,
    day     date   NOT NULL,
    calls   bigint NOT NULL,
    refused bigint NOT NULL,
    failed  bigint NOT NULL,
    away    bigint NOT NULL,
    PRIMARY KEY (region, account, day)
);
COMMENT ON TABLE access.machine_use IS 'Calls of a machine on a day, of them refused (4xx), failed (5xx) and, also among the refused, turned away because there were too many; added to every few seconds, kept for 400 days';
