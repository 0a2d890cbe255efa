package io.openteller.platform.banking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.ApplicationContext;
import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.platform.Database;
import io.openteller.platform.banking.BankOperations.Session;
import io.openteller.platform.banking.internal.intent.Settling;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import io.openteller.platform.tenancy.internal.Tenancies;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One customer of one bank in one conversation, and what they may do. */
record Operated(ApplicationContext platform, Tenant bank, Session session) {

    private static final JsonMapper JSON = new JsonMapper();

    /** With a paper bank where the plugins are, and without whatever works in the background. */
    static ApplicationContext platform(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "openteller.test.paper-bank", "true",
                "openteller.banking.loop", "false",
                "openteller.turn.loop", "false",
                "openteller.sources.loop", "false",
                "datasources.default.url", Database.url(),
                "openteller.migration.url", Database.url()));
        settings.putAll(more);
        return ApplicationContext.run(settings);
    }

    /** With the plugins of a folder. */
    static ApplicationContext sandboxed(Path folder) {
        return sandboxed(Database.url(), folder);
    }

    static ApplicationContext sandboxed(String database, Path folder) {
        return ApplicationContext.run(Map.of(
                "openteller.banking.loop", "false",
                "openteller.turn.loop", "false",
                "openteller.sources.loop", "false",
                "openteller.data", folder.resolve("data").toString(),
                "openteller.plugins.folder", folder.resolve("plugins").toString(),
                "datasources.default.url", database,
                "openteller.migration.url", database));
    }

    static Operated at(ApplicationContext platform, Tenant bank, String customer) {
        return new Operated(
                platform, bank, new Session(UUID.randomUUID(), customer, Assurance.STEPPED_UP, "en", "test_intent"));
    }

    static Tenant newBank(ApplicationContext platform, String currency) {
        String slug = "b" + UUID.randomUUID().toString().substring(0, 12);
        return platform.getBean(Tenants.class).register(new TenantSlug(slug), slug, currency);
    }

    Operated known() {
        return sure(Assurance.IDENTIFIED);
    }

    Operated sure(Assurance assurance) {
        return new Operated(
                platform,
                bank,
                new Session(session.conversation(), session.customerRef(), assurance, session.language(), session.intent()));
    }

    Operated speaking(String language) {
        return new Operated(
                platform,
                bank,
                new Session(
                        session.conversation(), session.customerRef(), session.assurance(), language, session.intent()));
    }

    Operated elsewhere() {
        return at(platform, bank, String.valueOf(session.customerRef()));
    }

    Ruling perform(String callId, String operation, String arguments) {
        return CurrentTenant.call(
                bank, () -> platform.getBean(BankOperations.class).perform(session, callId, operation, object(arguments)));
    }

    /** Under a call id of its own. */
    Ruling perform(String operation, String arguments) {
        return perform(UUID.randomUUID().toString(), operation, arguments);
    }

    boolean confirm(String callId, boolean accepted) {
        return CurrentTenant.call(
                bank, () -> platform.getBean(BankOperations.class).confirm(session, callId, accepted));
    }

    BankOperations.Consent consult(String callId, String operation, String arguments, String words) {
        return CurrentTenant.call(bank, () -> platform.getBean(BankOperations.class)
                .consult(session, callId, operation, object(arguments), words));
    }

    List<String> compensate(String... callIds) {
        return CurrentTenant.call(
                bank, () -> platform.getBean(BankOperations.class).compensate(session, List.of(callIds))
                        .left());
    }

    /** With the customer's yes where one is needed. */
    Ruling confirmed(String callId, String operation, String arguments) {
        Ruling first = perform(callId, operation, arguments);
        if (first instanceof Ruling.Confirm) {
            assertThat(confirm(callId, true)).as("the card was open").isTrue();
            return perform(callId, operation, arguments);
        }
        return first;
    }

    ObjectNode done(String operation, String arguments) {
        return output(perform(operation, arguments));
    }

    static ObjectNode output(Ruling ruling) {
        assertThat(ruling).isInstanceOf(Ruling.Done.class);
        return ((Ruling.Done) ruling).output();
    }

    static String denied(Ruling ruling) {
        assertThat(ruling).isInstanceOf(Ruling.Denied.class);
        return ((Ruling.Denied) ruling).rule();
    }

    /** The reference under {@code path} of what an operation without arguments tells. */
    String reference(String operation, String path) {
        return done(operation, "{}").at(path).asText();
    }

    /** One look of the worker that finds out about what is in doubt. @return whether something was due */
    boolean settle() {
        return CurrentTenant.call(bank, () -> platform.getBean(Settling.class).next());
    }

    /** Time passes, or somebody tampers. */
    void change(String update) {
        CurrentTenant.call(bank, () -> Tenancies.database().inTransaction(sql -> sql.execute(update)));
    }

    List<String> stored(String query) {
        return CurrentTenant.call(
                bank,
                () -> Tenancies.database().inTransaction(sql -> sql.createQuery(query).mapTo(String.class).list()));
    }

    static ObjectNode object(String text) {
        try {
            return JSON.readValue(text, ObjectNode.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static JsonNode tree(String text) {
        return object(text);
    }
}
