-- Which banks changed something that every turn asks for, so that processes need not ask each bank: one row for each change, and
-- never one that two of them write, who would wait for each other.
CREATE TABLE bank_change (
    tenant_id uuid NOT NULL REFERENCES tenant,
    at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX bank_change_at ON bank_change (at);
ALTER TABLE bank_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE bank_change FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON bank_change
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON bank_change TO ${app_role};

CREATE FUNCTION bank_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO bank_change (tenant_id) VALUES (coalesce(NEW.tenant_id, OLD.tenant_id));
    RETURN NULL;
END $$;
DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['approved_answer', 'procedure', 'procedure_version', 'persona_edition', 'plugin_installation',
            'plugin_quarantine', 'widget_site'] LOOP
        EXECUTE format('CREATE TRIGGER bank_changed AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION bank_changed()', t);
    END LOOP;
END $$;

CREATE POLICY of_all_banks ON bank_change FOR SELECT TO CURRENT_USER USING (
    current_setting('application_name') = 'openteller-all-banks');
CREATE POLICY old_of_all_banks ON bank_change FOR DELETE TO CURRENT_USER USING (
    current_setting('application_name') = 'openteller-all-banks' AND at < now() - interval '1 minute');
-- A transaction shows what it changed when it commits, so that it is looked for a while longer.
CREATE FUNCTION banks_changed() RETURNS TABLE (bank uuid, last double precision)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET application_name = 'openteller-all-banks'
    AS $$
    SELECT tenant_id, extract(epoch FROM max(at))::double precision FROM bank_change
    WHERE at > now() - interval '30 seconds' GROUP BY tenant_id
    $$;
REVOKE ALL ON FUNCTION banks_changed() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION banks_changed() TO ${app_role};
CREATE FUNCTION forget_bank_changes() RETURNS bigint
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp SET application_name = 'openteller-all-banks'
    AS $$
    WITH gone AS (DELETE FROM bank_change WHERE at < now() - interval '1 hour' RETURNING 1) SELECT count(*) FROM gone
    $$;
REVOKE ALL ON FUNCTION forget_bank_changes() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_bank_changes() TO ${app_role};
