package io.openteller.bench.turns;

import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.canaries.Canary;
import io.openteller.bench.processes.Database;
import java.util.List;

/** Conversations of earlier days, closed, with five questions and their answers each: what an index and a cache have to hold. */
final class Stock {

    private static final int MESSAGES = 11;

    private Stock() {}

    /**
     * @param owner of the tables, who alone may count what is in them for the planner
     * @param conversations over all banks
     */
    static void fill(Database database, Database owner, List<SandboxBank> banks, int conversations) {
        int each = conversations / banks.size();
        if (each == 0) {
            return;
        }
        for (SandboxBank bank : banks) {
            try (Database.Of rows = database.of(bank.id())) {
                rows.change("""
                        INSERT INTO conversation (tenant_id, id, owner, next_seq, channel, customer_ref, customer_name, assurance,
                            locale, language, intent, confidence, last_route, created_at, updated_at)
                        SELECT ?, gen_random_uuid(), 'CLOSED', ?, 'WIDGET', 'old-' || n % 97, 'Old customer', 'IDENTIFIED',
                            'en', 'en', 'fees', 0.9, 'CONTAIN', now() - n * interval '1 minute', now() - n * interval '1 minute'
                        FROM generate_series(1, ?) n""", bank.id(), (long) MESSAGES + 1, each);
                rows.change("""
                        INSERT INTO turn (tenant_id, id, conversation_id, request_seq, status, fence, deadline, created_at, finished_at)
                        SELECT tenant_id, gen_random_uuid(), id, 2 * n, 'DONE', 1, created_at, created_at, created_at
                        FROM conversation, generate_series(1, 5) n WHERE owner = 'CLOSED'""");
                rows.change("""
                        INSERT INTO message (tenant_id, id, conversation_id, seq, author, body, client_message_id, reply_to_turn, created_at)
                        SELECT tenant_id, gen_random_uuid(), id, 1, 'ASSISTANT', 'Hello, how can I help? ' || ?, NULL::text, NULL::uuid, created_at
                        FROM conversation WHERE owner = 'CLOSED'
                        UNION ALL
                        SELECT tenant_id, gen_random_uuid(), conversation_id, request_seq, 'CUSTOMER',
                            'What does an account cost, and what is in it for me? ' || ?, 'old-' || request_seq, NULL::uuid, created_at
                        FROM turn WHERE status = 'DONE'
                        UNION ALL
                        SELECT tenant_id, gen_random_uuid(), conversation_id, request_seq + 1, 'ASSISTANT',
                            repeat('It costs nothing in the first year, and five a month after that. ', 3) || ?, NULL::text, id, created_at
                        FROM turn WHERE status = 'DONE'""", canary(bank), canary(bank), canary(bank));
                rows.change("""
                        INSERT INTO decision (tenant_id, turn_id, record, created_at)
                        SELECT tenant_id, id, jsonb_build_object('route', 'CONTAIN', 'rule', 'of an earlier day', 'filler',
                            repeat('x', 1500)), created_at FROM turn WHERE status = 'DONE'""");
            }
        }
        try (Database.Of rows = owner.of(banks.getFirst().id())) {
            List.of("conversation", "turn", "message", "decision").forEach(table -> rows.change("ANALYZE " + table));
        }
    }

    private static String canary(SandboxBank bank) {
        return Canary.of(bank.slug());
    }
}
