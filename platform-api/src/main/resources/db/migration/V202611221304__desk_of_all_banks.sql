CREATE POLICY of_all_banks ON escalation FOR SELECT TO CURRENT_USER USING (
    current_setting('application_name') = 'openteller-all-banks' AND ended_at IS NULL);
-- Whoever has an agent waits no more.
CREATE FUNCTION people_waiting() RETURNS TABLE (bank uuid, waiting bigint, late bigint, seconds double precision)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET application_name = 'openteller-all-banks'
    AS $$
    SELECT e.tenant_id, count(*), count(*) FILTER (WHERE e.due_at < now()), extract(epoch FROM now() - min(e.created_at))::double precision
    FROM escalation e JOIN conversation c ON c.tenant_id = e.tenant_id AND c.id = e.conversation_id
    WHERE e.ended_at IS NULL AND c.owner = 'QUEUE' GROUP BY e.tenant_id
    $$;
REVOKE ALL ON FUNCTION people_waiting() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_waiting() TO ${app_role};
