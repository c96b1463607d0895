CREATE TRIGGER answer_is_never_emptied BEFORE TRUNCATE ON muster.answer
    FOR EACH STATEMENT EXECUTE FUNCTION muster.refuse_change();
