-- What is asked of all banks is one question, not one for each: a thousand banks where nothing happens cost nothing. It is asked as the
-- owner of the tables, who sees what is open and nothing else, and that only while one of these functions runs; what comes out are ids
-- and numbers, never a word of any bank.
CREATE POLICY of_all_banks ON turn FOR SELECT TO CURRENT_USER USING (
    current_setting('application_name') = 'openteller-all-banks' AND status <> 'DONE');
-- One that was just stored is on its way: whoever stored it calls its own process.
CREATE FUNCTION turns_left_behind() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET application_name = 'openteller-all-banks'
    AS $$
    SELECT DISTINCT tenant_id FROM turn
    WHERE status <> 'DONE'
      AND (status = 'PENDING' AND created_at < now() - interval '1 second' OR status = 'RUNNING' AND lease_until < now())
    $$;
REVOKE ALL ON FUNCTION turns_left_behind() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION turns_left_behind() TO ${app_role};

-- A turn behind another one of its conversation does not wait for a worker, but for that one.
CREATE FUNCTION turns_waiting() RETURNS TABLE (bank uuid, waiting bigint, seconds double precision)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET application_name = 'openteller-all-banks'
    AS $$
    SELECT t.tenant_id, count(*), extract(epoch FROM now() - min(t.created_at))::double precision FROM turn t
    WHERE t.status <> 'DONE' AND (t.status = 'PENDING' OR t.lease_until < now())
      AND NOT EXISTS (SELECT FROM turn earlier WHERE earlier.tenant_id = t.tenant_id
        AND earlier.conversation_id = t.conversation_id AND earlier.status <> 'DONE'
        AND (earlier.request_seq, earlier.id) < (t.request_seq, t.id))
    GROUP BY t.tenant_id
    $$;
REVOKE ALL ON FUNCTION turns_waiting() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION turns_waiting() TO ${app_role};

CREATE POLICY of_all_banks ON outbox FOR SELECT TO CURRENT_USER USING (
    current_setting('application_name') = 'openteller-all-banks');
CREATE POLICY told_of_all_banks ON outbox FOR DELETE TO CURRENT_USER USING (
    current_setting('application_name') = 'openteller-all-banks');
CREATE FUNCTION changes_left_behind() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET application_name = 'openteller-all-banks'
    AS $$
    SELECT DISTINCT tenant_id FROM outbox WHERE topic = 'conversation' AND created_at < now() - interval '2 seconds'
    $$;
REVOKE ALL ON FUNCTION changes_left_behind() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION changes_left_behind() TO ${app_role};
CREATE FUNCTION changes_waiting() RETURNS TABLE (bank uuid, waiting bigint, seconds double precision)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET application_name = 'openteller-all-banks'
    AS $$
    SELECT tenant_id, count(*), extract(epoch FROM now() - min(created_at))::double precision FROM outbox GROUP BY tenant_id
    $$;
REVOKE ALL ON FUNCTION changes_waiting() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION changes_waiting() TO ${app_role};
-- By whoever told them, with the ids that it gave them: those of all banks together.
CREATE FUNCTION forget_told(banks uuid[], ids uuid[]) RETURNS bigint
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp SET application_name = 'openteller-all-banks'
    AS $$
    WITH gone AS (DELETE FROM outbox USING unnest(banks, ids) AS told (bank, id)
        WHERE outbox.tenant_id = told.bank AND outbox.id = told.id RETURNING 1)
    SELECT count(*) FROM gone
    $$;
REVOKE ALL ON FUNCTION forget_told(banks uuid[], ids uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_told(banks uuid[], ids uuid[]) TO ${app_role};

CREATE POLICY of_all_banks ON conversation FOR SELECT TO CURRENT_USER USING (
    current_setting('application_name') = 'openteller-all-banks' AND (owner <> 'CLOSED' OR updated_at > now() - interval '1 day'));
CREATE FUNCTION conversations_changed(banks uuid[], seconds double precision) RETURNS TABLE (bank uuid, conversation uuid, last_seq bigint, version bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET application_name = 'openteller-all-banks'
    AS $$
    SELECT c.tenant_id, c.id, c.next_seq - 1, c.version FROM unnest(banks) AS asked (bank)
        JOIN conversation c ON c.tenant_id = asked.bank AND c.updated_at > now() - make_interval(secs => seconds)
    $$;
REVOKE ALL ON FUNCTION conversations_changed(banks uuid[], seconds double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION conversations_changed(banks uuid[], seconds double precision) TO ${app_role};
