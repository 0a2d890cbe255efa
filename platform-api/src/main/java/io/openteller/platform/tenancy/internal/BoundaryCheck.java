package io.openteller.platform.tenancy.internal;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Asks PostgreSQL's own catalogue whether the tenant boundary holds. Finds every fault, not the first. */
class BoundaryCheck {

    private static final String ROLE = """
            SELECT 'the application role ' || rolname || ' is a superuser or may bypass row security'
            FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolbypassrls)
            """;
    private static final String OWNER = """
            SELECT 'the application role owns ' || c.relname FROM pg_class c
            WHERE c.relnamespace = 'public'::regnamespace AND pg_get_userbyid(c.relowner) = current_user
            """;
    private static final String UNFORCED = """
            SELECT c.relname || ' has tenant_id but no forced row security' FROM pg_class c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
              AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
            """;
    private static final String NO_POLICY = """
            SELECT c.relname || ' has no policy that names app.tenant in both USING and WITH CHECK' FROM pg_class c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT EXISTS (
                SELECT FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = c.relname
                  AND p.cmd = 'ALL' AND p.qual LIKE '%app.tenant%' AND p.with_check LIKE '%app.tenant%')
            """;
    /** One for a role that the application has no part in, as the owner of the tables, lets nobody in here. */
    private static final String WIDER_POLICY = """
            SELECT p.tablename || ' has a policy that does not name app.tenant: ' || p.policyname FROM pg_policies p
            WHERE p.schemaname = 'public' AND p.permissive = 'PERMISSIVE'
              AND (coalesce(p.qual, p.with_check) NOT LIKE '%app.tenant%')
              AND EXISTS (SELECT FROM unnest(p.roles) r
                WHERE CASE r WHEN 'public' THEN true ELSE pg_has_role(current_user, r, 'MEMBER') END)
            """;
    /** What runs with its owner's rights is asked about all banks; only those that are known here, and only for ids and numbers. */
    private static final String DEFINER = """
            SELECT 'function ' || f.proname || ' runs with its owner''s rights and may say more than ids and numbers' FROM pg_proc f
            WHERE f.pronamespace = 'public'::regnamespace AND f.prosecdef
              AND NOT ((f.proname LIKE '%left_behind' OR f.proname IN ('turns_waiting', 'changes_waiting', 'people_waiting',
                    'calls_unsettled', 'conversations_changed', 'forget_told',
                    'banks_changed', 'forget_bank_changes', 'forget_expired_sessions'))
                AND f.prorettype::regtype::text IN ('uuid', 'bigint', 'record')
                AND coalesce(f.proallargtypes, '{}')::regtype[]::text[] <@ ARRAY['uuid', 'uuid[]', 'bigint', 'double precision']
                AND coalesce(f.proconfig @> ARRAY['search_path=public, pg_temp'], false))
            """;
    private static final String VIEW = """
            SELECT 'view ' || c.relname || ' is not security_invoker' FROM pg_class c
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'v'
              AND NOT coalesce(c.reloptions @> ARRAY['security_invoker=true'], false)
            """;

    private final Jdbi jdbi;

    BoundaryCheck(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @return one sentence per fault; empty when the boundary holds */
    List<String> faults() {
        return jdbi.withHandle(sql -> {
            List<String> faults = new ArrayList<>();
            for (String query : List.of(ROLE, OWNER, UNFORCED, NO_POLICY, WIDER_POLICY, DEFINER, VIEW)) {
                faults.addAll(sql.createQuery(query).mapTo(String.class).list());
            }
            return faults;
        });
    }
}
