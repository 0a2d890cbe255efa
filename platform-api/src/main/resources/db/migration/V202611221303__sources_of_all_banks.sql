CREATE POLICY of_all_banks ON upload FOR SELECT TO CURRENT_USER USING (
    current_setting('application_name') = 'openteller-all-banks' AND state = 'RUNNING');
CREATE FUNCTION uploads_left_behind() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET application_name = 'openteller-all-banks'
    AS $$
    SELECT DISTINCT tenant_id FROM upload WHERE state = 'RUNNING'
    $$;
REVOKE ALL ON FUNCTION uploads_left_behind() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION uploads_left_behind() TO ${app_role};

CREATE POLICY of_all_banks ON site FOR SELECT TO CURRENT_USER USING (
    current_setting('application_name') = 'openteller-all-banks' AND next_run_at IS NOT NULL);
CREATE POLICY of_all_banks ON site_run FOR SELECT TO CURRENT_USER USING (
    current_setting('application_name') = 'openteller-all-banks' AND state = 'RUNNING');
CREATE FUNCTION sites_left_behind() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET application_name = 'openteller-all-banks'
    AS $$
    SELECT tenant_id FROM site WHERE next_run_at <= now()
    UNION SELECT tenant_id FROM site_run WHERE state = 'RUNNING'
    $$;
REVOKE ALL ON FUNCTION sites_left_behind() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sites_left_behind() TO ${app_role};
