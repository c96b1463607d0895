CREATE TRIGGER word_is_never_emptied BEFORE TRUNCATE ON power.word
    FOR EACH STATEMENT EXECUTE FUNCTION power.refuse_change();
