-- Which banks have a document that time alone will change: most have none, and are not looked into. Whether its time has come is not
-- asked here: that is by the platform's clock.
CREATE INDEX document_version_timed ON document_version (tenant_id)
    WHERE state = 'APPROVED' AND (noted IS NULL OR noted = 'BEGAN' AND effective_until IS NOT NULL);
CREATE POLICY left_behind ON document_version FOR SELECT TO CURRENT_USER
    USING (state = 'APPROVED' AND (noted IS NULL OR noted = 'BEGAN' AND effective_until IS NOT NULL));
CREATE FUNCTION documents_left_behind() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
    SELECT DISTINCT tenant_id FROM document_version
    WHERE state = 'APPROVED' AND (noted IS NULL OR noted = 'BEGAN' AND effective_until IS NOT NULL)
    $$;
REVOKE ALL ON FUNCTION documents_left_behind() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION documents_left_behind() TO ${app_role};
