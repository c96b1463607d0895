CREATE TABLE file.import (
    region     text COLLATE "C" NOT NULL,
    id         uuid             NOT NULL,
    kind       text COLLATE "C" NOT NULL,
    name       bytea            NOT NULL,
    encoding   text             NOT NULL,
    heading    jsonb            NOT NULL,
    rows       integer          NOT NULL,
    parts      integer          NOT NULL,
    account    uuid             NOT NULL,
    by_name    text             NOT NULL,
    state      text COLLATE "C" NOT NULL,
    mode       text COLLATE "C",
    phase      text COLLATE "C" NOT NULL,
    reached    integer          NOT NULL,
    added      integer          NOT NULL,
    changed    integer          NOT NULL,
    known      integer          NOT NULL,
    refused    integer          NOT NULL,
    created_at timestamptz      NOT NULL,
    ended_at   timestamptz,
    emptied    boolean          NOT NULL DEFAULT false,
    PRIMARY KEY (region, id)
) WITH (fillfactor = 70);
COMMENT ON TABLE file.import IS 'Files that were brought in, whose they are, and how far their rows have come';
COMMENT ON COLUMN file.import.name IS 'What the file was called, sealed: people put names of people into names of files';
COMMENT ON COLUMN file.import.emptied IS 'Its rows and faults have been forgotten; the counts stay';
CREATE INDEX import_account ON file.import (region, account, id);
CREATE INDEX import_kept ON file.import (created_at) WHERE NOT emptied;

CREATE TABLE file.part (
    region  text COLLATE "C" NOT NULL,
    import  uuid             NOT NULL,
    seq     integer          NOT NULL,
    content bytea            NOT NULL,
    PRIMARY KEY (region, import, seq),
    FOREIGN KEY (region, import) REFERENCES file.import (region, id)
);
COMMENT ON TABLE file.part IS 'Some hundred rows of a file as they stood in it, packed and sealed';

CREATE TABLE file.fault (
    region text COLLATE "C" NOT NULL,
    import uuid             NOT NULL,
    line   bigint           NOT NULL,
    seq    integer          NOT NULL,
    cell   text COLLATE "C" NOT NULL,
    code   text COLLATE "C" NOT NULL,
    zh     text             NOT NULL,
    en     text             NOT NULL,
    PRIMARY KEY (region, import, line, seq),
    FOREIGN KEY (region, import) REFERENCES file.import (region, id)
);
COMMENT ON TABLE file.fault IS 'What is wrong with the rows of a file, without what stands in them';
COMMENT ON COLUMN file.fault.cell IS 'The key of the column; empty where the row as a whole is wrong';
