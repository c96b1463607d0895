CREATE TRIGGER step_is_never_emptied BEFORE TRUNCATE ON task.step
    FOR EACH STATEMENT EXECUTE FUNCTION task.refuse_change();
