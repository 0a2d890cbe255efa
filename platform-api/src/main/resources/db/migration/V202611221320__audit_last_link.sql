-- The end of a bank's chain, for the one who writes the next link: until that transaction ends nobody else gets it. In one way to the
-- database instead of two; each statement of a volatile function sees what was committed before it, so that the wait comes first.
CREATE FUNCTION audit_last_link(chain text) RETURNS TABLE (number bigint, hash bytea)
    LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(chain, 0));
    RETURN QUERY SELECT e.number, e.hash FROM audit_event e ORDER BY e.number DESC LIMIT 1;
END $$;
