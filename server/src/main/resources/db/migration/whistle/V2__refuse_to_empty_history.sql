CREATE TRIGGER step_is_never_emptied BEFORE TRUNCATE ON whistle.step
    FOR EACH STATEMENT EXECUTE FUNCTION whistle.refuse_change();
