CREATE POLICY of_all_banks ON workflow_run FOR SELECT TO CURRENT_USER USING (
    current_setting('application_name') = 'openteller-all-banks' AND look_at IS NOT NULL);
CREATE FUNCTION runs_left_behind() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET application_name = 'openteller-all-banks'
    AS $$
    SELECT DISTINCT tenant_id FROM workflow_run
    WHERE look_at <= now() AND (status IN ('OPEN', 'ASIDE') OR untold <> '[]') AND (lease_until IS NULL OR lease_until <= now())
    $$;
REVOKE ALL ON FUNCTION runs_left_behind() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION runs_left_behind() TO ${app_role};
