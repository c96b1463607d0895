CREATE TABLE territory.node (
    region     text COLLATE "C" NOT NULL,
    id         uuid NOT NULL,
    code       text COLLATE "C" NOT NULL,
    kind       text COLLATE "C" NOT NULL,
    name       text NOT NULL,
    level      smallint NOT NULL,
    valid_from date NOT NULL,
    valid_to   date,
    generated  boolean NOT NULL DEFAULT false,
    households integer,
    residents  integer,
    outline    bytea,
    attributes jsonb NOT NULL DEFAULT '{}',
    PRIMARY KEY (region, id),
    CHECK (level = length(code)),
    CHECK (region = left(rpad(code, 6, '0'), 6)),
    CHECK (valid_to >= valid_from)
);
COMMENT ON TABLE territory.node IS 'One place of the territory while it was valid. A change ends the row and adds another; a code that ended for good is never used again.';
COMMENT ON COLUMN territory.node.region IS 'The county; provinces and cities stand under their own six-digit national code (37 is 370000, 3704 is 370400).';
COMMENT ON COLUMN territory.node.level IS 'The digits of the code: 2, 4, 6, 9, 12, 15 or 18.';
COMMENT ON COLUMN territory.node.outline IS 'WKB polygon or multipolygon in CGCS2000 degrees.';
CREATE UNIQUE INDEX node_open ON territory.node (region, code) WHERE valid_to IS NULL;
CREATE INDEX node_code ON territory.node (region, code, valid_from);
CREATE INDEX node_upper ON territory.node (code) WHERE level <= 6;

CREATE TABLE territory.lineage (
    region    text COLLATE "C" NOT NULL,
    id        uuid NOT NULL,
    from_node uuid NOT NULL,
    to_node   uuid NOT NULL,
    act       text COLLATE "C" NOT NULL CHECK (act IN ('merge', 'split', 'rename', 'move')),
    at        date NOT NULL,
    source    text NOT NULL,
    PRIMARY KEY (region, id),
    FOREIGN KEY (region, from_node) REFERENCES territory.node (region, id),
    FOREIGN KEY (region, to_node) REFERENCES territory.node (region, id)
);
COMMENT ON TABLE territory.lineage IS 'Which place came out of which, by what act and on whose word.';
CREATE INDEX lineage_from ON territory.lineage (region, from_node);
CREATE INDEX lineage_to ON territory.lineage (region, to_node);

CREATE TABLE territory.revision (
    region   text COLLATE "C" PRIMARY KEY,
    revision bigint NOT NULL
);
COMMENT ON TABLE territory.revision IS 'Grows with every change of a region, so that each server knows when the copy in its memory is old; 000000 stands for all provinces, cities and counties.';
