package io.openteller.bench.turns;

import io.openteller.bench.Progress;
import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.canaries.Canary;
import io.openteller.bench.processes.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Conversations of earlier days, closed, with five questions and their answers each: what an index and a cache have to hold. */
final class Stock {

    private static final int MESSAGES = 11;
    private static final List<String> TABLES = List.of("conversation", "turn", "message", "decision");

    /** Conversations that are stored before the next word of how far it is. */
    private static final int TOGETHER = 20_000;

    private static final String BANKS = "WITH bank AS (SELECT * FROM unnest(?::uuid[], ?::text[], ?::int[]) AS one (id, canary, count)) ";
    private static final List<String> STATEMENTS = List.of(
            """
            INSERT INTO conversation (tenant_id, id, owner, next_seq, channel, customer_ref, customer_name, assurance,
                locale, language, intent, confidence, last_route, created_at, updated_at)
            SELECT bank.id, gen_random_uuid(), 'CLOSED', %d, 'WIDGET', 'old-' || n %% 97, 'Old customer', 'IDENTIFIED',
                'en', 'en', 'fees', 0.9, 'CONTAIN', now() - n * interval '1 minute', now() - n * interval '1 minute'
            FROM bank CROSS JOIN generate_series(1, bank.count) n""".formatted(MESSAGES + 1),
            """
            INSERT INTO turn (tenant_id, id, conversation_id, request_seq, status, fence, deadline, created_at, finished_at)
            SELECT c.tenant_id, gen_random_uuid(), c.id, 2 * n, 'DONE', 1, c.created_at, c.created_at, c.created_at
            FROM bank JOIN conversation c ON c.tenant_id = bank.id CROSS JOIN generate_series(1, 5) n WHERE c.owner = 'CLOSED'""",
            """
            INSERT INTO message (tenant_id, id, conversation_id, seq, author, body, client_message_id, reply_to_turn, created_at)
            SELECT c.tenant_id, gen_random_uuid(), c.id, 1, 'ASSISTANT', 'Hello, how can I help? ' || bank.canary, NULL::text,
                NULL::uuid, c.created_at
            FROM bank JOIN conversation c ON c.tenant_id = bank.id WHERE c.owner = 'CLOSED'
            UNION ALL
            SELECT t.tenant_id, gen_random_uuid(), t.conversation_id, t.request_seq, 'CUSTOMER',
                'What does an account cost, and what is in it for me? ' || bank.canary, 'old-' || t.request_seq, NULL::uuid, t.created_at
            FROM bank JOIN turn t ON t.tenant_id = bank.id WHERE t.status = 'DONE'
            UNION ALL
            SELECT t.tenant_id, gen_random_uuid(), t.conversation_id, t.request_seq + 1, 'ASSISTANT',
                repeat('It costs nothing in the first year, and five a month after that. ', 3) || bank.canary, NULL::text, t.id, t.created_at
            FROM bank JOIN turn t ON t.tenant_id = bank.id WHERE t.status = 'DONE'""",
            """
            INSERT INTO decision (tenant_id, turn_id, record, created_at)
            SELECT t.tenant_id, t.id, jsonb_build_object('route', 'CONTAIN', 'rule', 'of an earlier day', 'filler',
                repeat('x', 1500)), t.created_at
            FROM bank JOIN turn t ON t.tenant_id = bank.id WHERE t.status = 'DONE'""");

    private Stock() {}

    /**
     * @param owner of the tables
     * @param conversations over all banks, whose first ones they are
     */
    static void fill(Database owner, List<SandboxBank> banks, int conversations, Progress progress) {
        int each = conversations / banks.size();
        int more = conversations % banks.size();
        int step = Math.max(1, TOGETHER / Math.max(1, each));
        owner.acrossBanks(TABLES, connection -> {
            for (int from = 0; from < banks.size(); from += step) {
                int to = Math.min(banks.size(), from + step);
                Object[][] of = new Object[3][to - from];
                for (int bank = from; bank < to; bank++) {
                    of[0][bank - from] = banks.get(bank).id();
                    of[1][bank - from] = Canary.of(banks.get(bank).slug());
                    of[2][bank - from] = each + (bank < more ? 1 : 0);
                }
                store(connection, of);
                progress.say("earlier conversations of %d of %d banks are stored".formatted(to, banks.size()));
            }
        });
        try (Database.Of rows = owner.of(banks.getFirst().id())) {
            TABLES.forEach(table -> rows.change("ANALYZE " + table));
        }
    }

    private static void store(Connection connection, Object[][] banks) throws SQLException {
        for (String statement : STATEMENTS) {
            try (PreparedStatement prepared = connection.prepareStatement(withBanks(statement))) {
                prepared.setArray(1, connection.createArrayOf("uuid", banks[0]));
                prepared.setArray(2, connection.createArrayOf("text", banks[1]));
                prepared.setArray(3, connection.createArrayOf("int4", banks[2]));
                prepared.executeUpdate();
            }
        }
    }

    private static String withBanks(String statement) {
        int query = statement.indexOf("SELECT");
        return statement.substring(0, query) + BANKS + statement.substring(query);
    }
}
