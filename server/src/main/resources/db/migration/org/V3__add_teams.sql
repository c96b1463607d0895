ALTER TABLE org.post ADD COLUMN contact text;
ALTER TABLE org.post ADD COLUMN duties text;
COMMENT ON COLUMN org.post.contact IS 'A number at work that belongs to the post; shown on the public board.';
COMMENT ON COLUMN org.post.duties IS 'What the holder does for people there; shown on the public board.';

CREATE TABLE org.team (
    region       text COLLATE "C" NOT NULL,
    id           uuid NOT NULL,
    key          text COLLATE "C" NOT NULL,
    name         text NOT NULL,
    organisation uuid NOT NULL,
    area         text COLLATE "C" NOT NULL,
    contact      text,
    on_board     boolean NOT NULL DEFAULT false,
    valid_from   date NOT NULL,
    valid_to     date,
    version      bigint NOT NULL DEFAULT 1,
    PRIMARY KEY (region, id),
    FOREIGN KEY (region, organisation) REFERENCES org.organisation (region, id),
    CHECK (valid_to >= valid_from)
);
COMMENT ON TABLE org.team IS 'A team on the territory; its key is that of the playbook, the organisation leads it.';
COMMENT ON COLUMN org.team.on_board IS 'Its members stand on the public board of the area.';
CREATE UNIQUE INDEX team_open ON org.team (region, area, key, name) WHERE valid_to IS NULL;
CREATE INDEX team_organisation ON org.team (region, organisation);

CREATE TABLE org.team_member (
    region     text COLLATE "C" NOT NULL,
    id         uuid NOT NULL,
    team       uuid NOT NULL,
    person     uuid NOT NULL,
    name       text NOT NULL,
    roles      text[] NOT NULL,
    lead       boolean NOT NULL,
    home       uuid,
    valid_from date NOT NULL,
    valid_to   date,
    PRIMARY KEY (region, id),
    FOREIGN KEY (region, team) REFERENCES org.team (region, id),
    FOREIGN KEY (region, home) REFERENCES org.organisation (region, id),
    CHECK (valid_to >= valid_from)
);
COMMENT ON TABLE org.team_member IS 'Who is in a team from when to when, with the roles there. A change ends the row and adds another.';
COMMENT ON COLUMN org.team_member.home IS 'The unit that has sent the person, where another than the one that leads the team.';
CREATE UNIQUE INDEX team_member_open ON org.team_member (region, team, person) WHERE valid_to IS NULL;
CREATE INDEX team_member_team ON org.team_member (region, team);
CREATE INDEX team_member_person ON org.team_member (region, person);
CREATE INDEX team_member_home ON org.team_member (region, home);

CREATE TABLE org.roster (
    region    text COLLATE "C" NOT NULL,
    id        uuid NOT NULL,
    team      uuid NOT NULL,
    day       date NOT NULL,
    shift     text NOT NULL,
    person    uuid NOT NULL,
    name      text NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at   timestamptz NOT NULL,
    PRIMARY KEY (region, id),
    UNIQUE (region, team, day, shift, person),
    FOREIGN KEY (region, team) REFERENCES org.team (region, id),
    CHECK (ends_at > starts_at)
);
COMMENT ON TABLE org.roster IS 'Who of a team is on duty in which shift. A day is planned as a whole until it is over.';
CREATE INDEX roster_ends ON org.roster (region, team, ends_at);

CREATE TABLE org.handover (
    region      text COLLATE "C" NOT NULL,
    id          uuid NOT NULL,
    post        uuid NOT NULL,
    from_tenure uuid NOT NULL,
    to_tenure   uuid NOT NULL,
    day         date NOT NULL,
    note        text NOT NULL,
    PRIMARY KEY (region, id),
    FOREIGN KEY (region, post) REFERENCES org.post (region, id),
    FOREIGN KEY (region, from_tenure) REFERENCES org.tenure (region, id),
    FOREIGN KEY (region, to_tenure) REFERENCES org.tenure (region, id)
);
COMMENT ON TABLE org.handover IS 'One holder of a post followed another in one act; append-only.';
CREATE INDEX handover_post ON org.handover (region, post);
CREATE INDEX handover_from ON org.handover (region, from_tenure);
CREATE INDEX handover_to ON org.handover (region, to_tenure);
