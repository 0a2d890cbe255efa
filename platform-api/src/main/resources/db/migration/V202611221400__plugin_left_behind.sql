-- Which banks have a plugin held back: one question for all of them every few seconds, not one for each bank.
CREATE POLICY left_behind ON plugin_quarantine FOR SELECT TO CURRENT_USER USING (lifted_at IS NULL);
CREATE FUNCTION checks_left_behind() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
    SELECT DISTINCT tenant_id FROM plugin_quarantine WHERE lifted_at IS NULL
    $$;
REVOKE ALL ON FUNCTION checks_left_behind() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION checks_left_behind() TO ${app_role};
