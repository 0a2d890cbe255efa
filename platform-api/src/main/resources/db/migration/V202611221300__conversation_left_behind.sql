-- What was left behind by a process that died is found with one question for all banks, not with one for each. It is asked as the
-- owner of the tables, who sees what is open and nothing else; what comes out are ids of banks.
CREATE POLICY left_behind ON turn FOR SELECT TO CURRENT_USER USING (status <> 'DONE');
-- One that was just stored is on its way: whoever stored it calls its own process.
CREATE FUNCTION turns_left_behind() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
    SELECT DISTINCT tenant_id FROM turn
    WHERE status <> 'DONE'
      AND (status = 'PENDING' AND created_at < now() - interval '1 second' OR status = 'RUNNING' AND lease_until < now())
    $$;
REVOKE ALL ON FUNCTION turns_left_behind() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION turns_left_behind() TO ${app_role};

CREATE POLICY left_behind ON outbox FOR SELECT TO CURRENT_USER USING (topic = 'conversation');
CREATE FUNCTION changes_left_behind() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
    SELECT DISTINCT tenant_id FROM outbox WHERE topic = 'conversation' AND created_at < now() - interval '2 seconds'
    $$;
REVOKE ALL ON FUNCTION changes_left_behind() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION changes_left_behind() TO ${app_role};
