CREATE TRIGGER step_is_never_emptied BEFORE TRUNCATE ON matter.step
    FOR EACH STATEMENT EXECUTE FUNCTION matter.refuse_change();
