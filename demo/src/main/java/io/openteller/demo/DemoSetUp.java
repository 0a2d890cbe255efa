package io.openteller.demo;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.channel.Site;
import io.openteller.platform.channel.Sites;
import io.openteller.platform.identity.Identities;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.identity.Role;
import io.openteller.platform.identity.Staff;
import io.openteller.platform.plugin.Installations;
import io.openteller.platform.procedure.StarterProcedures;
import io.openteller.platform.retrieval.Query;
import io.openteller.platform.retrieval.Retrieval;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the demo banks into being after the start. Everything in it may be repeated: what is there stays. */
@Singleton
class DemoSetUp implements ApplicationEventListener<ServerStartupEvent> {

    private static final Logger log = LoggerFactory.getLogger(DemoSetUp.class);
    private static final String BY = "demo set-up";

    private final DemoBanks banks;
    private final DemoKeys keys;
    private final GatewayKey gatewayKey;
    private final DemoReadiness readiness;
    private final Tenants tenants;
    private final Sites sites;
    private final DemoLibrary library;
    private final Retrieval retrieval;
    private final Installations installations;
    private final Staff staff;
    private final Identities identities;
    private final StarterProcedures procedures;
    private final ObjectMapper json;
    private final Path data;

    DemoSetUp(
            DemoBanks banks,
            DemoKeys keys,
            GatewayKey gatewayKey,
            DemoReadiness readiness,
            Tenants tenants,
            Sites sites,
            DemoLibrary library,
            Retrieval retrieval,
            Installations installations,
            Staff staff,
            Identities identities,
            StarterProcedures procedures,
            ObjectMapper json,
            @Property(name = "openteller.data") Path data) {
        this.banks = banks;
        this.keys = keys;
        this.gatewayKey = gatewayKey;
        this.readiness = readiness;
        this.tenants = tenants;
        this.sites = sites;
        this.library = library;
        this.retrieval = retrieval;
        this.installations = installations;
        this.staff = staff;
        this.identities = identities;
        this.procedures = procedures;
        this.json = json;
        this.data = data;
    }

    /** A demo's way in, as the start prints it. */
    @Serdeable
    record DemoSignIn(String bank, String name, String email, String role, String password) {}

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        EmbeddedServer server = event.getSource();
        Thread.ofPlatform().name("demo-set-up").daemon().start(() -> {
            try {
                setUp(server);
                readiness.done();
                log.info("demo banks are ready");
            } catch (IOException | RuntimeException failure) {
                log.error("the demo banks could not be set up", failure);
                readiness.failed(String.valueOf(failure.getMessage()));
            }
        });
    }

    private void setUp(EmbeddedServer server) throws IOException {
        String password = new KeptSecrets(data).get("staff-password").substring(0, 12);
        List<DemoSignIn> signIns = new ArrayList<>();
        Map<String, String> askKeys = new LinkedHashMap<>();
        readiness.says("preparing sign-in");
        identities.prepareRealm();
        for (DemoBank bank : banks.all()) {
            readiness.says("preparing " + bank.name());
            Tenant tenant = tenants.register(new TenantSlug(bank.slug()), bank.name(), bank.currency());
            identities.prepareBank(bank.slug(), bank.name());
            CurrentTenant.run(tenant, () -> {
                sites.put(site(bank, server));
                plugins(bank, server);
                staff(bank, password, signIns);
                if (bank.shippedProcedures()) {
                    procedures.publish();
                }
                library.fill(bank);
                retrieval.search(Query.now("fee"), 1); // builds the index before the first customer waits for it
                askKeys.put(bank.slug(), identities.issueApiKey("ask", Set.of(Permission.CONVERSATION_READ)));
            });
        }
        KeptSecrets.write(data.resolve("demo-sign-ins.json"), json.writeValueAsString(signIns));
        KeptSecrets.write(data.resolve("ask-keys.json"), json.writeValueAsString(askKeys));
    }

    private Site site(DemoBank bank, EmbeddedServer server) {
        return new Site(
                bank.siteKey(),
                List.of("http://localhost:" + server.getPort(), "http://127.0.0.1:" + server.getPort()),
                keys.publicKeys(bank),
                bank.assistantName(),
                bank.accentColor().toLowerCase(java.util.Locale.ROOT),
                bank.suggestions());
    }

    private void plugins(DemoBank bank, EmbeddedServer server) {
        String folder = data.toAbsolutePath().resolve("plugin-data").toString();
        installed("banking-sandbox", Map.of("dataset", bank.slug(), "dataFolder", folder));
        installed(
                "identity-otp",
                Map.of(
                        "smsGatewayUrl",
                        "http://127.0.0.1:" + server.getPort() + "/demo/sms",
                        "smsGatewayKey",
                        gatewayKey.value(),
                        "dataFolder",
                        folder));
    }

    private void installed(String plugin, Map<String, Object> settings) {
        boolean fresh = installations.list().stream()
                .noneMatch(one -> one.id().equals(plugin)
                        && one.enabled()
                        && one.lastError() == null
                        && one.settings().equals(settings));
        // The gateway's key is new with every start, so its plugin is always configured again. In the operator's name, who
        // sets these banks up: see docs/plugins.md.
        if (fresh) {
            installations.configure(plugin, settings, BY);
            installations.enable(plugin, true, BY);
        }
    }

    private void staff(DemoBank bank, String password, List<DemoSignIn> signIns) {
        for (DemoBank.StaffMember member : bank.staff()) {
            identities.prepareAccount(bank.slug(), member.email(), member.name(), password);
            boolean known = staff.all().stream().anyMatch(one -> one.email().equals(member.email()));
            if (!known) {
                staff.put(
                        member.email(),
                        member.name(),
                        member.roles().stream().map(Role::valueOf).collect(Collectors.toSet()));
            }
            signIns.add(new DemoSignIn(
                    bank.slug(), member.name(), member.email(), String.join(", ", member.roles()), password));
        }
    }
}
