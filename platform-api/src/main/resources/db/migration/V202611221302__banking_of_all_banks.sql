CREATE POLICY of_all_banks ON bank_intent FOR SELECT TO CURRENT_USER USING (
    current_setting('application_name') = 'openteller-all-banks' AND (state IN ('CALLING', 'IN_DOUBT') OR attention IS NOT NULL AND settled_at IS NULL));
CREATE POLICY of_all_banks ON bank_approval FOR SELECT TO CURRENT_USER USING (
    current_setting('application_name') = 'openteller-all-banks' AND state = 'OPEN');
CREATE FUNCTION settling_left_behind() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET application_name = 'openteller-all-banks'
    AS $$
    SELECT tenant_id FROM bank_intent
    WHERE state IN ('CALLING', 'IN_DOUBT') AND look_at <= now() AND (lease_until IS NULL OR lease_until < now())
    UNION SELECT tenant_id FROM bank_approval WHERE state = 'OPEN' AND expires_at <= now()
    $$;
REVOKE ALL ON FUNCTION settling_left_behind() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION settling_left_behind() TO ${app_role};

-- What waits for a person, and what the bank is being asked about. A call under way is neither.
CREATE FUNCTION calls_unsettled() RETURNS TABLE (bank uuid, asking bigint, people bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET application_name = 'openteller-all-banks'
    AS $$
    SELECT tenant_id, count(*) FILTER (WHERE attention IS NULL), count(*) FILTER (WHERE attention IS NOT NULL) FROM bank_intent
    WHERE attention IS NOT NULL AND settled_at IS NULL OR state = 'IN_DOUBT' OR state = 'CALLING' AND lease_until < now()
    GROUP BY tenant_id
    $$;
REVOKE ALL ON FUNCTION calls_unsettled() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION calls_unsettled() TO ${app_role};

CREATE POLICY of_all_banks ON bank_reference_sweep FOR SELECT TO CURRENT_USER USING (
    current_setting('application_name') = 'openteller-all-banks');
CREATE FUNCTION forgetting_left_behind() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET application_name = 'openteller-all-banks'
    AS $$
    SELECT t.id FROM tenant t LEFT JOIN bank_reference_sweep s ON s.tenant_id = t.id
    WHERE s.tenant_id IS NULL OR s.next_at <= now() AND (s.lease_until IS NULL OR s.lease_until < now())
    $$;
REVOKE ALL ON FUNCTION forgetting_left_behind() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forgetting_left_behind() TO ${app_role};
