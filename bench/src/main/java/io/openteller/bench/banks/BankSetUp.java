package io.openteller.bench.banks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.micronaut.context.ApplicationContext;
import io.openteller.bench.Progress;
import io.openteller.bench.canaries.Canary;
import io.openteller.bench.processes.Database;
import io.openteller.bench.processes.Machine;
import io.openteller.platform.channel.Site;
import io.openteller.platform.channel.Sites;
import io.openteller.platform.identity.Identities;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.identity.Role;
import io.openteller.platform.identity.Staff;
import io.openteller.platform.plugin.Installations;
import io.openteller.platform.procedure.StarterProcedures;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes banks by the fronts of the platform's rooms, as an operator's commands do, before any platform runs. */
public final class BankSetUp {

    private static final String BY = "bench";
    private static final int AT_ONCE = 4;
    private static final Set<Permission> PROGRAM = EnumSet.of(
            Permission.PLUGIN_WRITE, Permission.AUDIT_READ, Permission.CONVERSATION_READ, Permission.PROCEDURE_READ);
    static final List<String> DATASETS = List.of("meridian", "harbour");

    private final ApplicationContext platform;
    private final Machine machine;
    private final String origin;
    private final String gateway;
    private final String gatewayKey;
    private final Furnishing furnishing;

    /** What banks of a suite have besides. */
    public interface Furnishing {

        /** As the bank calls itself. */
        default String name(String slug) {
            return "Bank " + Canary.of(slug);
        }

        /** What every one of its rows and settings has; another bank's only to see whether that is found. */
        default String word(String slug) {
            return Canary.of(slug);
        }

        /** Called for the bank, which has its plugins and procedures already. */
        default void furnish(ApplicationContext platform, String dataset) {}
    }

    private BankSetUp(
            ApplicationContext platform,
            Machine machine,
            String origin,
            String gateway,
            String gatewayKey,
            Furnishing furnishing) {
        this.platform = platform;
        this.furnishing = furnishing;
        this.machine = machine;
        this.origin = origin;
        this.gateway = gateway;
        this.gatewayKey = gatewayKey;
    }

    /**
     * @param origin of the page that has the widget
     * @param gateway takes text messages with codes
     */
    public static List<SandboxBank> banks(
            Machine machine, int count, String origin, String gateway, String gatewayKey, Progress progress) {
        return banks(machine, count, origin, gateway, gatewayKey, new Furnishing() {}, progress);
    }

    /**
     * @param origin of the page that has the widget
     * @param gateway takes text messages with codes
     */
    public static List<SandboxBank> banks(
            Machine machine,
            int count,
            String origin,
            String gateway,
            String gatewayKey,
            Furnishing furnishing,
            Progress progress) {
        try (ApplicationContext platform = ApplicationContext.run(machine.quiet())) {
            return new BankSetUp(platform, machine, origin, gateway, gatewayKey, furnishing).some(count, progress);
        }
    }

    /**
     * The same, but only the first bank of each data set gets what it has from the platform; the others are made from its rows. For
     * hundreds of banks.
     */
    public static List<SandboxBank> copied(
            Machine machine,
            int count,
            String origin,
            String gateway,
            String gatewayKey,
            Furnishing furnishing,
            Progress progress) {
        List<SandboxBank> banks;
        Copies copies;
        try (ApplicationContext platform = ApplicationContext.run(machine.quiet())) {
            BankSetUp setUp = new BankSetUp(platform, machine, origin, gateway, gatewayKey, furnishing);
            banks = new ArrayList<>(setUp.some(Math.min(count, DATASETS.size()), progress));
            if (count == banks.size()) {
                return banks;
            }
            copies = new Copies(platform, machine, banks, furnishing);
            for (int i = banks.size(); i < count; i++) {
                SandboxBank bank = like(banks.get(i % DATASETS.size()), slug(i));
                copies.add(bank);
                banks.add(bank);
            }
        }
        copies.store(progress);
        return banks;
    }

    private List<SandboxBank> some(int count, Progress progress) {
        AtomicInteger ready = new AtomicInteger();
        List<Future<SandboxBank>> banks = new ArrayList<>();
        try (ExecutorService crew = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; i < count; i++) {
                String slug = slug(i);
                String dataset = DATASETS.get(i % DATASETS.size());
                banks.add(crew.submit(() -> {
                    SandboxBank bank = bank(slug, dataset);
                    if (ready.incrementAndGet() % 10 == 0) {
                        progress.say(ready.get() + " of " + count + " banks are set up");
                    }
                    return bank;
                }));
            }
        }
        return banks.stream().map(BankSetUp::done).toList();
    }

    private static SandboxBank done(Future<SandboxBank> bank) {
        if (bank.state() == Future.State.FAILED) {
            throw new IllegalStateException("a bank could not be set up", bank.exceptionNow());
        }
        return bank.resultNow();
    }

    private static String slug(int number) {
        return "bank-" + (number + 1);
    }

    /** What is that bank's own, of the kind that the other one has. */
    private static SandboxBank like(SandboxBank original, String slug) {
        return new SandboxBank(
                UUID.randomUUID(), slug, original.currency(), original.dataset(), original.folder(), keys(slug),
                slug + "." + random(), "otk_" + slug + "_" + random(), original.customers());
    }

    private SandboxBank bank(String slug, String dataset) {
        boolean rupees = dataset.equals("meridian");
        Tenant bank = platform.getBean(Tenants.class)
                .register(new TenantSlug(slug), furnishing.name(slug), rupees ? "INR" : "GBP", rupees ? "en-IN" : "en-GB");
        ECKey keys = keys(slug);
        return CurrentTenant.call(bank, () -> {
            platform.getBean(Sites.class)
                    .put(new Site(
                            "wk_" + slug + "_website1",
                            List.of(origin),
                            new JWKSet(keys.toPublicJWK()).toString(),
                            "Tess",
                            "#225588",
                            List.of()));
            String folder = machine.books().toString();
            installed("banking-sandbox", Map.of("dataset", dataset, "dataFolder", folder, "outage", false));
            installed("identity-otp", Map.of(
                    "smsGatewayUrl", gateway + "/" + slug,
                    "smsGatewayKey", gatewayKey + "-" + furnishing.word(slug),
                    "dataFolder", folder));
            platform.getBean(StarterProcedures.class).publish();
            furnishing.furnish(platform, dataset);
            String apiKey = platform.getBean(Identities.class).issueApiKey(BY, PROGRAM);
            return new SandboxBank(
                    bank.id(), slug, bank.currency(), dataset, machine.books(), keys, colleague(bank), apiKey,
                    SandboxData.customers(machine.plugin("banking-sandbox"), dataset));
        });
    }

    private void installed(String plugin, Map<String, Object> settings) {
        Installations installations = platform.getBean(Installations.class);
        installations.configure(plugin, settings, BY);
        installations.enable(plugin, true, BY);
    }

    /** A colleague in the middle of their working day: what signing in would have left, without an identity provider to run. */
    private String colleague(Tenant bank) {
        UUID staff = platform.getBean(Staff.class)
                .put("ben@" + bank.slug().value() + ".example", "Ben", EnumSet.of(Role.SUPERVISOR))
                .id();
        String secret = random();
        try (Database.Of rows = machine.database().of(bank.id())) {
            rows.change(
                    "INSERT INTO staff_session (tenant_id, token_hash, staff_id, expires_at) VALUES (?, ?, ?, ?)",
                    bank.id(),
                    Hashes.of(secret),
                    staff,
                    OffsetDateTime.now(ZoneOffset.UTC).plusHours(9));
        }
        return bank.slug().value() + "." + secret;
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static ECKey keys(String slug) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(slug + "-1").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
