-- What holds no more is taken away for all banks together. Each customer who began a session looked for that of the bank, through all of
-- its sessions of half a day.
CREATE INDEX widget_session_expires ON widget_session (expires_at);
CREATE INDEX identity_token_use_expires ON identity_token_use (expires_at);

CREATE POLICY expired_of_all_banks ON widget_session FOR SELECT TO CURRENT_USER USING (
    current_setting('application_name') = 'openteller-all-banks' AND expires_at < now());
CREATE POLICY old_of_all_banks ON widget_session FOR DELETE TO CURRENT_USER USING (
    current_setting('application_name') = 'openteller-all-banks' AND expires_at < now());
CREATE POLICY expired_of_all_banks ON identity_token_use FOR SELECT TO CURRENT_USER USING (
    current_setting('application_name') = 'openteller-all-banks' AND expires_at < now() - interval '1 minute');
CREATE POLICY old_of_all_banks ON identity_token_use FOR DELETE TO CURRENT_USER USING (
    current_setting('application_name') = 'openteller-all-banks' AND expires_at < now() - interval '1 minute');

-- So many at a time that it is over soon, whatever has been left.
CREATE FUNCTION forget_expired_sessions() RETURNS bigint
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp SET application_name = 'openteller-all-banks'
    AS $$
    WITH sessions AS (DELETE FROM widget_session WHERE ctid IN (
            SELECT ctid FROM widget_session WHERE expires_at < now() LIMIT 100000) RETURNING 1),
        tokens AS (DELETE FROM identity_token_use WHERE ctid IN (
            SELECT ctid FROM identity_token_use WHERE expires_at < now() - interval '1 minute' LIMIT 100000) RETURNING 1)
    SELECT (SELECT count(*) FROM sessions) + (SELECT count(*) FROM tokens)
    $$;
REVOKE ALL ON FUNCTION forget_expired_sessions() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_expired_sessions() TO ${app_role};
