CREATE TABLE scheduler.task (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    state                text,
    PRIMARY KEY (task_name, task_instance)
);
COMMENT ON TABLE scheduler.task IS 'What db-scheduler runs and when, on one node at a time; its columns are given by the library. Holds a handful of rows and does not grow with the matters';
CREATE INDEX task_execution_time ON scheduler.task (execution_time);
CREATE INDEX task_last_heartbeat ON scheduler.task (last_heartbeat);
CREATE INDEX task_priority ON scheduler.task (priority DESC, execution_time ASC);
