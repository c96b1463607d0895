CREATE TRIGGER revision_is_never_emptied BEFORE TRUNCATE ON mediation.revision
    FOR EACH STATEMENT EXECUTE FUNCTION mediation.refuse_change();
CREATE TRIGGER signature_is_never_emptied BEFORE TRUNCATE ON mediation.signature
    FOR EACH STATEMENT EXECUTE FUNCTION mediation.refuse_change();
