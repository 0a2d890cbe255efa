CREATE POLICY of_all_banks ON plugin_quarantine FOR SELECT TO CURRENT_USER USING (
    current_setting('application_name') = 'openteller-all-banks' AND lifted_at IS NULL);
CREATE FUNCTION quarantines_left_behind() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET application_name = 'openteller-all-banks'
    AS $$
    SELECT DISTINCT tenant_id FROM plugin_quarantine WHERE lifted_at IS NULL
    $$;
REVOKE ALL ON FUNCTION quarantines_left_behind() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION quarantines_left_behind() TO ${app_role};
