package io.openteller.bench.banks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.context.ApplicationContext;
import io.openteller.bench.canaries.Canaries;
import io.openteller.bench.canaries.Canary;
import io.openteller.bench.customers.Gateway;
import io.openteller.bench.load.Answer;
import io.openteller.bench.load.Client;
import io.openteller.bench.patrons.Acknowledged;
import io.openteller.bench.patrons.Aftermath;
import io.openteller.bench.patrons.Library;
import io.openteller.bench.patrons.Patron;
import io.openteller.bench.patrons.Script;
import io.openteller.bench.patrons.Tally;
import io.openteller.bench.patrons.Visit;
import io.openteller.bench.processes.Database;
import io.openteller.bench.processes.Machine;
import io.openteller.bench.processes.PlatformProcess;
import io.openteller.bench.processes.Ports;
import io.openteller.platform.answer.Answers;
import io.openteller.platform.answer.Composed;
import io.openteller.platform.answer.Question;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.audit.ChainState;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two banks that the platform set up, and four that were made from their rows, on a real platform. */
class CopiedBanksIT {

    private static final Path DEMO = Path.of("..", "demo", "banks");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Canaries canaries = new Canaries();
    private static Machine machine;
    private static Gateway phone;
    private static List<SandboxBank> banks = List.of();

    @BeforeAll
    static void setUp() {
        machine = Machine.start(List.of("banking-sandbox", "identity-otp", "llm-openai"));
        phone = Gateway.open(canaries);
    }

    @AfterAll
    static void tearDown() {
        phone.close();
        machine.close();
    }

    @Test
    void a_copied_bank_serves_its_customers_and_nobody_elses() throws Exception {
        int port = Ports.free();
        banks = BankSetUp.copied(
                machine, 6, "http://localhost:" + port, phone.url(), phone.key(), new WithModel(new Library(DEMO, 25)), text -> {});
        // A later copy of each data set.
        SandboxBank rupees = banks.get(4);
        SandboxBank pounds = banks.get(5);
        String known;
        long events;
        try (ApplicationContext platform = ApplicationContext.run(machine.quiet())) {
            known = known(platform, pounds);
            events = events(platform, pounds);
            assertThat(events(platform, rupees)).isPositive();
        }
        // Its systems have the books that the platform left of its original.
        assertThat(rupees.ledger().resolveSibling("bank-5-meridian.mv.db")).exists();
        banks.forEach(CopiedBanksIT::hasNothingOfTheOthers);

        Tally tally = new Tally();
        Acknowledged acknowledged = new Acknowledged();
        try (PlatformProcess platform = new PlatformProcess(machine, port, "io.openteller.platform.Platform")) {
            platform.start();
            try (Client client = new Client("http://localhost:" + port, port, 1, canaries)) {
                for (SandboxBank bank : List.of(rupees, pounds)) {
                    Chat chat = new Chat(client, tally, acknowledged, bank);
                    if (bank == pounds) {
                        chat.say(known);
                        assertThat(chat.decision()).contains("\"passages\": [{");
                    }
                    chat.say("What is my account balance?");
                    chat.enterCode();
                    assertThat(chat.lastWords()).containsPattern("[0-9]+[.][0-9]{2}");
                    chat.say("I want to block my card");
                    assertThat(chat.procedures()).isNotEmpty();
                    chat.say("I want to talk to a person");
                    assertThat(chat.isHandedOver()).as("who has the conversation after: %s", chat.lastWords()).isTrue();
                    chat.visit().close();
                    // With its own key, on its own account.
                    ModelRoute.off(platform, bank);
                }
            }
            Aftermath after = rest(acknowledged);
            assertThat(after.holds()).as("%s", after).isTrue();
            // An answer, a balance that a code came before, a procedure, and a person, as far as each was asked.
            assertThat(after.turns()).isEqualTo(9);
        }

        assertThat(tally.surprises()).isEmpty();
        assertThat(canaries.foreign()).isZero();
        banks.forEach(CopiedBanksIT::hasNothingOfTheOthers);
        try (ApplicationContext platform = ApplicationContext.run(machine.quiet())) {
            assertThat(events(platform, pounds)).isGreaterThan(events);
            assertThat(events(platform, rupees)).isPositive();
        }
    }

    /** The last of it, such as what is told to nobody any more, is done a moment later. */
    private static Aftermath rest(Acknowledged acknowledged) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Aftermath after = Aftermath.read(machine.database(), banks, acknowledged);
        while (!after.holds() && System.nanoTime() < end) {
            Visit.pause(200);
            after = Aftermath.read(machine.database(), banks, acknowledged);
        }
        return after;
    }

    /** Secrets that only the bank's own vault opens are among what it has. */
    private record WithModel(Library library) implements BankSetUp.Furnishing {

        @Override
        public String name(String slug) {
            return library.name(slug);
        }

        @Override
        public String word(String slug) {
            return library.word(slug);
        }

        @Override
        public void furnish(ApplicationContext platform, String dataset) {
            library.furnish(platform, dataset);
            ModelRoute.prepare(platform, 9, "any", library.word(CurrentTenant.get().slug().value()));
        }
    }

    private static String known(ApplicationContext platform, SandboxBank bank) {
        Answers answers = platform.getBean(Answers.class);
        return CurrentTenant.call(tenant(platform, bank), () -> Script.questions(DEMO, bank.dataset()).stream()
                .filter(question -> answers.compose(Question.plain(question)) instanceof Composed.Grounded)
                .findFirst()
                .orElseThrow());
    }

    /** How many links its audit chain has, whole as it is. */
    private static long events(ApplicationContext platform, SandboxBank bank) {
        ChainState state = CurrentTenant.call(tenant(platform, bank), () -> platform.getBean(Audit.class).verify());
        assertThat(state).isInstanceOf(ChainState.Intact.class);
        return ((ChainState.Intact) state).events();
    }

    private static Tenant tenant(ApplicationContext platform, SandboxBank bank) {
        return platform.getBean(Tenants.class).find(new TenantSlug(bank.slug())).orElseThrow();
    }

    private static void hasNothingOfTheOthers(SandboxBank bank) {
        try (Database.Of rows = machine.database().of(bank.id())) {
            long found = 0;
            for (String table : rows.all(
                    "SELECT relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE relkind = 'r' AND attname = 'tenant_id'",
                    row -> row.getString(1))) {
                for (String text : rows.all("SELECT one::text FROM " + table + " one", row -> row.getString(1))) {
                    found++;
                    for (SandboxBank other : banks) {
                        if (other != bank) {
                            assertThat(text).as("a row of %s of %s", table, bank.slug()).doesNotContain(other.id().toString());
                            assertThat(text).doesNotContain(Canary.of(other.slug())).doesNotContain(other.siteKey());
                        }
                    }
                }
            }
            assertThat(found).isGreaterThan(100);
            assertThat(rows.all("SELECT name FROM tenant WHERE id = '" + bank.id() + "'", row -> row.getString(1)))
                    .containsExactly("Bank " + Canary.of(bank.slug()));
        }
    }

    /** A customer who waits for each answer. */
    private record Chat(Client client, Tally tally, Acknowledged acknowledged, SandboxBank bank, Visit visit) {

        Chat(Client client, Tally tally, Acknowledged acknowledged, SandboxBank bank) {
            this(client, tally, acknowledged, bank, Patron.open(client, tally, self(bank), () -> true).orElseThrow());
        }

        private static Patron.Self self(SandboxBank bank) {
            return new Patron.Self(bank, bank.customers().getFirst());
        }

        void say(String text) {
            String id = UUID.randomUUID().toString();
            Answer answer = post("/messages", Map.of("clientMessageId", id, "text", text));
            long seq = Visit.tree(answer.body()).path("seq").asLong();
            acknowledged.add(bank.id(), visit.conversation(), id, seq);
            assertThat(visit.awaitReply(seq, PATIENCE)).as("answer of %s to: %s", bank.slug(), text).isPositive();
        }

        void enterCode() {
            JsonNode card = Objects.requireNonNull(visit.card());
            long before = visit.said();
            String code = phone.code(bank.slug(), bank.customers().getFirst().mobile()).orElseThrow();
            Answer answer = post("/step-up", Map.of("challengeId", card.path("challengeId").asText(), "code", code));
            assertThat(answer.body()).contains("VERIFIED");
            assertThat(visit.awaitReply(before, PATIENCE)).isPositive();
        }

        private Answer post(String what, Map<String, String> fields) {
            Answer answer = client.post(visit.path(what), visit.token(), new JsonMapper().valueToTree(fields).toString()).join();
            assertThat(answer.isOk()).as("%s", answer).isTrue();
            return answer;
        }

        String lastWords() {
            return newest("SELECT body FROM message WHERE author = 'ASSISTANT' AND conversation_id = '%s' ORDER BY seq DESC");
        }

        String decision() {
            return newest("SELECT record::text FROM decision JOIN turn ON id = turn_id WHERE conversation_id = '%s' ORDER BY request_seq DESC");
        }

        /** The news of it may come after the words. */
        boolean isHandedOver() {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (visit.isAssistants() && System.nanoTime() < end) {
                Visit.pause(50);
            }
            return !visit.isAssistants();
        }

        List<String> procedures() {
            return rows("SELECT procedure FROM workflow_run WHERE conversation_id = '%s'");
        }

        private String newest(String query) {
            return rows(query).getFirst();
        }

        private List<String> rows(String query) {
            try (Database.Of rows = machine.database().of(bank.id())) {
                return rows.all(query.formatted(visit.conversation()), row -> row.getString(1));
            }
        }
    }
}
