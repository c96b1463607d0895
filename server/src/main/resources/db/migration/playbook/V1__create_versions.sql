CREATE TABLE version (
    key            text COLLATE "C" NOT NULL CHECK (length(key) BETWEEN 1 AND 64),
    version        integer          NOT NULL CHECK (version > 0),
    place          text COLLATE "C" NOT NULL CHECK (length(place) BETWEEN 2 AND 18),
    effective_from timestamptz      NOT NULL,
    document       json             NOT NULL,
    origins        json             NOT NULL,
    sha256         text COLLATE "C" NOT NULL CHECK (length(sha256) = 64),
    source         text             NOT NULL CHECK (length(source) <= 400),
    created_at     timestamptz      NOT NULL,
    PRIMARY KEY (key, version)
);
COMMENT ON TABLE version IS 'Every version of every playbook, merged and complete, never changed. A reference table: a few rows per place.';
COMMENT ON COLUMN version.place IS 'Code of the place it is written for; 00 serves any place.';
COMMENT ON COLUMN version.document IS 'The merged document with its imported catalogues. json, not jsonb: the order of keys is part of it.';
COMMENT ON COLUMN version.origins IS 'JSON pointer of each value to file:line:column.';

CREATE TABLE catalogue (
    playbook    text COLLATE "C" NOT NULL CHECK (length(playbook) BETWEEN 1 AND 64),
    name        text COLLATE "C" NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    content     text             NOT NULL,
    sha256      text COLLATE "C" NOT NULL CHECK (length(sha256) = 64),
    imported_at timestamptz      NOT NULL,
    PRIMARY KEY (playbook, name)
);
COMMENT ON TABLE catalogue IS 'Catalogue files that a place imported, as they came. A reference table: one row per file.';
