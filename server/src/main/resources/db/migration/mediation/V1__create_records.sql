CREATE TABLE mediation.revision (
    region      text COLLATE "C" NOT NULL,
    matter      uuid             NOT NULL,
    revision    integer          NOT NULL,
    parties     bytea            NOT NULL,
    count       integer          NOT NULL,
    place       text             NOT NULL,
    held_on     date             NOT NULL,
    mediators   text             NOT NULL,
    facts       text             NOT NULL,
    terms       text             NOT NULL,
    performance text             NOT NULL,
    by_account  uuid             NOT NULL,
    by_name     text             NOT NULL,
    at          timestamptz      NOT NULL,
    PRIMARY KEY (region, matter, revision)
);
COMMENT ON TABLE mediation.revision IS 'What was found and agreed when a dispute was mediated, each wording a row of its own; the latest counts. Who the parties are is sealed';

CREATE TABLE mediation.signature (
    region   text COLLATE "C" NOT NULL,
    matter   uuid             NOT NULL,
    revision integer          NOT NULL,
    party    integer          NOT NULL,
    at       timestamptz      NOT NULL,
    witness  uuid             NOT NULL,
    witness_name text         NOT NULL,
    PRIMARY KEY (region, matter, revision, party),
    FOREIGN KEY (region, matter, revision) REFERENCES mediation.revision (region, matter, revision)
);
COMMENT ON TABLE mediation.signature IS 'Which party has signed which wording on paper, and who saw it; 0 is the mediator';

CREATE FUNCTION mediation.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was agreed is appended, never changed';
END
$$;
CREATE TRIGGER revision_is_history BEFORE UPDATE OR DELETE ON mediation.revision
    FOR EACH ROW EXECUTE FUNCTION mediation.refuse_change();
CREATE TRIGGER signature_is_history BEFORE UPDATE OR DELETE ON mediation.signature
    FOR EACH ROW EXECUTE FUNCTION mediation.refuse_change();
