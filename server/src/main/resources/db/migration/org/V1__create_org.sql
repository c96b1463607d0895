CREATE TABLE org.organisation (
    region     text COLLATE "C" NOT NULL,
    id         uuid NOT NULL,
    key        text COLLATE "C" NOT NULL,
    name       text NOT NULL,
    kind       text COLLATE "C" NOT NULL,
    parent     uuid,
    anchor     text COLLATE "C",
    valid_from date NOT NULL,
    valid_to   date,
    version    bigint NOT NULL DEFAULT 1,
    PRIMARY KEY (region, id),
    UNIQUE (region, key),
    FOREIGN KEY (region, parent) REFERENCES org.organisation (region, id),
    CHECK (valid_to >= valid_from)
);
COMMENT ON TABLE org.organisation IS 'A body that can be given work, found again by its key; what it was called before stands in former_name.';
CREATE INDEX organisation_parent ON org.organisation (region, parent);

CREATE TABLE org.former_name (
    region       text COLLATE "C" NOT NULL,
    id           uuid NOT NULL,
    organisation uuid NOT NULL,
    name         text NOT NULL,
    kind         text COLLATE "C" NOT NULL,
    parent       uuid,
    anchor       text COLLATE "C",
    ended        date NOT NULL,
    PRIMARY KEY (region, id),
    FOREIGN KEY (region, organisation) REFERENCES org.organisation (region, id)
);
COMMENT ON TABLE org.former_name IS 'What a body was called, was and belonged to until the day it changed; append-only.';
CREATE INDEX former_name_organisation ON org.former_name (region, organisation);

CREATE TABLE org.post (
    region       text COLLATE "C" NOT NULL,
    id           uuid NOT NULL,
    key          text COLLATE "C" NOT NULL,
    name         text NOT NULL,
    organisation uuid NOT NULL,
    area         text COLLATE "C" NOT NULL,
    valid_from   date NOT NULL,
    valid_to     date,
    PRIMARY KEY (region, id),
    FOREIGN KEY (region, organisation) REFERENCES org.organisation (region, id),
    CHECK (valid_to >= valid_from)
);
COMMENT ON TABLE org.post IS 'A post on the territory (grid chief of a grid); its key is that of the playbook. A change ends the row and adds another.';
CREATE UNIQUE INDEX post_open ON org.post (region, key, area, organisation) WHERE valid_to IS NULL;
CREATE INDEX post_organisation ON org.post (region, organisation);
CREATE INDEX post_area ON org.post (region, area);

CREATE TABLE org.tenure (
    region     text COLLATE "C" NOT NULL,
    id         uuid NOT NULL,
    post       uuid NOT NULL,
    person     uuid NOT NULL,
    name       text NOT NULL,
    valid_from date NOT NULL,
    valid_to   date,
    PRIMARY KEY (region, id),
    FOREIGN KEY (region, post) REFERENCES org.post (region, id),
    CHECK (valid_to >= valid_from)
);
COMMENT ON TABLE org.tenure IS 'Who holds a post from when to when; one person may hold several posts, and history is kept.';
CREATE UNIQUE INDEX tenure_open ON org.tenure (region, post, person) WHERE valid_to IS NULL;
CREATE INDEX tenure_person ON org.tenure (region, person);

CREATE TABLE org.duty (
    region     text COLLATE "C" NOT NULL,
    id         uuid NOT NULL,
    unit       uuid NOT NULL,
    subject    text COLLATE "C" NOT NULL,
    area       text COLLATE "C" NOT NULL,
    priority   integer NOT NULL,
    valid_from date NOT NULL,
    valid_to   date,
    PRIMARY KEY (region, id),
    FOREIGN KEY (region, unit) REFERENCES org.organisation (region, id),
    CHECK (valid_to >= valid_from)
);
COMMENT ON TABLE org.duty IS 'The duty list: the unit answers for an item, a class or everything (*) within the area. A change ends the row and adds another.';
CREATE UNIQUE INDEX duty_open ON org.duty (region, unit, subject, area) WHERE valid_to IS NULL;
CREATE INDEX duty_unit ON org.duty (region, unit);

CREATE TABLE org.revision (
    region   text COLLATE "C" PRIMARY KEY,
    revision bigint NOT NULL
);
COMMENT ON TABLE org.revision IS 'Grows with every change of a region, so that each server knows when the copy in its memory is old.';
