CREATE TABLE territory.old_grid (
    region   text COLLATE "C" NOT NULL,
    id       uuid NOT NULL,
    line     text COLLATE "C" NOT NULL,
    old_code text COLLATE "C" NOT NULL,
    name     text NOT NULL,
    grid     text COLLATE "C" NOT NULL,
    since    date NOT NULL,
    PRIMARY KEY (region, id),
    UNIQUE (region, line, old_code)
);
COMMENT ON TABLE territory.old_grid IS 'The grids that single lines of work (party, security, sanitation …) had before they became one: the old code of a line and the grid that it is now.';
COMMENT ON COLUMN territory.old_grid.grid IS 'The code of the grid when the line was taken over; lineage leads on from it.';
CREATE INDEX old_grid_grid ON territory.old_grid (region, grid);

CREATE TABLE territory.mode_switch (
    region       text COLLATE "C" NOT NULL,
    id           uuid NOT NULL,
    area         text COLLATE "C" NOT NULL,
    mode         text COLLATE "C" NOT NULL,
    starts_at    timestamptz NOT NULL,
    ends_at      timestamptz,
    reason       text NOT NULL,
    switched_by  uuid NOT NULL,
    switched_at  timestamptz NOT NULL,
    ended_by     uuid,
    ended_reason text,
    version      bigint NOT NULL DEFAULT 1,
    PRIMARY KEY (region, id),
    CHECK (ends_at >= starts_at)
);
COMMENT ON TABLE territory.mode_switch IS 'In which mode (surge …) an area and everything below it works, from when to when and on whose word. Ended, never deleted.';
CREATE INDEX mode_switch_area ON territory.mode_switch (region, area);
