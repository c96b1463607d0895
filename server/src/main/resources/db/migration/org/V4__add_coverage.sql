CREATE TABLE org.coverage (
    region       text COLLATE "C" NOT NULL,
    id           uuid NOT NULL,
    organisation uuid NOT NULL,
    area         text COLLATE "C" NOT NULL,
    industry     text COLLATE "C",
    valid_from   date NOT NULL,
    valid_to     date,
    PRIMARY KEY (region, id),
    FOREIGN KEY (region, organisation) REFERENCES org.organisation (region, id),
    CHECK (valid_to >= valid_from)
);
COMMENT ON TABLE org.coverage IS 'A body works for an area: for everything there, or for one industry. A body may have many areas and an area many bodies. A change ends the row and adds another.';
COMMENT ON COLUMN org.coverage.industry IS 'The key of the industry in the playbook; null for everything.';
CREATE UNIQUE INDEX coverage_open ON org.coverage (region, organisation, area, coalesce(industry, '')) WHERE valid_to IS NULL;
CREATE INDEX coverage_organisation ON org.coverage (region, organisation);
CREATE INDEX coverage_area ON org.coverage (region, area);
