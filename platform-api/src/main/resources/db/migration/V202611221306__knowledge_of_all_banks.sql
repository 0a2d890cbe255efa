CREATE INDEX document_version_to_begin ON document_version (tenant_id) WHERE state = 'APPROVED' AND noted IS NULL;
CREATE INDEX document_version_to_end ON document_version (effective_until)
    WHERE state = 'APPROVED' AND noted IS DISTINCT FROM 'ENDED' AND effective_until IS NOT NULL;
CREATE POLICY of_all_banks ON document_version FOR SELECT TO CURRENT_USER USING (
    current_setting('application_name') = 'openteller-all-banks' AND state = 'APPROVED' AND noted IS DISTINCT FROM 'ENDED');
-- What begins or ends now: whose time has come and is not noted yet.
CREATE FUNCTION documents_left_behind() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET application_name = 'openteller-all-banks'
    AS $$
    SELECT tenant_id FROM document_version
    WHERE state = 'APPROVED' AND noted IS NULL AND greatest(approved_at, effective_from) <= now()
    UNION SELECT tenant_id FROM document_version
    WHERE state = 'APPROVED' AND noted IS DISTINCT FROM 'ENDED' AND effective_until IS NOT NULL AND effective_until <= now()
    $$;
REVOKE ALL ON FUNCTION documents_left_behind() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION documents_left_behind() TO ${app_role};
