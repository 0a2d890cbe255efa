CREATE POLICY left_behind ON bank_intent FOR SELECT TO CURRENT_USER USING (state IN ('CALLING', 'IN_DOUBT'));
CREATE POLICY left_behind ON bank_approval FOR SELECT TO CURRENT_USER USING (state = 'OPEN');
CREATE FUNCTION settling_left_behind() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
    SELECT tenant_id FROM bank_intent
    WHERE state IN ('CALLING', 'IN_DOUBT') AND look_at <= now() AND (lease_until IS NULL OR lease_until < now())
    UNION SELECT tenant_id FROM bank_approval WHERE state = 'OPEN' AND expires_at <= now()
    $$;
REVOKE ALL ON FUNCTION settling_left_behind() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION settling_left_behind() TO ${app_role};

CREATE POLICY left_behind ON bank_reference_sweep FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION forgetting_left_behind() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
    SELECT t.id FROM tenant t LEFT JOIN bank_reference_sweep s ON s.tenant_id = t.id
    WHERE s.tenant_id IS NULL OR s.next_at <= now() AND (s.lease_until IS NULL OR s.lease_until < now())
    $$;
REVOKE ALL ON FUNCTION forgetting_left_behind() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forgetting_left_behind() TO ${app_role};
