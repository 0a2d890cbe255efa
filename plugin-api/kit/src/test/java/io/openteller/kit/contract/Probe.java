package io.openteller.kit.contract;

import io.openteller.host.HostOptions;
import io.openteller.host.Hosted;
import io.openteller.host.Mode;
import io.openteller.host.PluginHost;
import io.openteller.kit.Compiled;
import io.openteller.packages.Packing;
import io.openteller.packages.Rules;
import io.openteller.packages.Signing;
import io.openteller.packages.SigningKey;
import io.openteller.packages.TrustedKey;
import io.openteller.packages.Verification;
import io.openteller.packages.VerifiedPackage;
import io.openteller.packages.VerifiedPackage.Trust;
import io.openteller.packages.Verifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plugin that blocks cards, with one thing in it that should not be there. */
record Probe(String settings, String members, String ask, String block) {

    private static final String MANIFEST = """
            {"id": "probe", "version": "1.0.0", "spi": ">=1.0.0 <2.0.0", "name": "Probe", "description": "For tests",
             "license": "Apache-2.0", "publisher": {"name": "Tests", "key": ""}, "kinds": ["banking"],
             "egress": ["{baseUrl}"], "dataRead": ["CARDS"],
             "resources": {"timeoutMillis": 5000, "heapMegabytes": 64, "callsPerSecond": 100, "callsAtOnce": 16},
             "privacy": "Nothing is kept."}""";

    private static final String SETTINGS = """
            @Setting(title = "Address") String baseUrl, @Setting(title = "Key", secret = true) String apiKey""";

    /** Leaves {@code status} and {@code body}, or comes back with Unavailable. */
    private static final String ASK = """
            try (HttpAnswer answer = context.http().call(request)) {
                body = new String(answer.body().readAllBytes());
                status = answer.status();
            } catch (IOException fault) {
                return Outcome.unavailable("not reached");
            }""";

    private static final String BLOCK = """
            return status == 200 && body.startsWith("{") ? Outcome.done(new Blocking(cardRef, Instant.EPOCH, false), Instant.now())
                    : Outcome.unavailable("the bank answered " + status);""";

    private static final String SOURCE = """
            package probe;
            import io.openteller.spi.*;
            import io.openteller.spi.Capability.*;
            import io.openteller.spi.banking.CardControl;
            import java.io.*;
            import java.net.URI;
            import java.time.*;
            import java.util.*;
            @org.pf4j.Extension
            public class Probe implements CardControl {
                @MEMBERS@
                public Outcome<List<Card>> cards(CallContext context, String customerRef) {
                    return Outcome.unavailable("not here");
                }
                public Outcome<Blocking> block(CallContext context, String customerRef, String cardRef) {
                    Own own;
                    try {
                        own = Own.SPEC.read(context);
                    } catch (IllegalArgumentException unset) {
                        return Outcome.unavailable("unset");
                    }
                    HttpRequest request = HttpRequest.postJson(URI.create(own.baseUrl() + "/blocks"), "{}")
                            .withHeader("Authorization", own.apiKey())
                            .withHeader("Idempotency-Key", context.callId());
                    int status;
                    String body;
                    @ASK@
                    @BLOCK@
                }
            }
            """;

    private static final String OWN = """
            package probe;
            import io.openteller.spi.*;
            record Own(@SETTINGS@) {
                static final SettingsSpec<Own> SPEC = SettingsSpec.of(Own.class, "Probe");
            }
            """;

    private static final String DESCRIPTION = """
            package probe;
            import io.openteller.spi.*;
            import io.openteller.spi.Capability.*;
            import io.openteller.spi.banking.CardControl;
            import java.util.List;
            @org.pf4j.Extension
            public class Description implements OpentellerPlugin {
                public String name() { return "Probe"; }
                public String settingsSchema() { return Own.SPEC.schema(); }
                public List<Capability> capabilities() {
                    return List.of(Capability.of(CardControl.class,
                            new Operation("cards", RiskClass.READ, Assurance.IDENTIFIED, false, true),
                            new Operation("block", RiskClass.CHANGE, Assurance.STEPPED_UP, true, true)));
                }
                public Health check(CallContext context) { return Health.down("not asked"); }
            }
            """;

    static Probe good() {
        return new Probe(SETTINGS, "", ASK, BLOCK);
    }

    Probe settings(String other) {
        return new Probe(other, members, ask, block);
    }

    Probe with(String more) {
        return new Probe(settings, more, ask, block);
    }

    /** In the place of sending the request well. */
    Probe asking(String other) {
        return new Probe(settings, members, other, block);
    }

    /** In the place of making a result of the answer well. */
    Probe blocking(String other) {
        return new Probe(settings, members, ask, other);
    }

    VerifiedPackage packed(Path folder) throws Exception {
        return packed(folder, Map.of(
                "Own.java", OWN.replace("@SETTINGS@", settings),
                "Description.java", DESCRIPTION,
                "Probe.java", SOURCE.replace("@MEMBERS@", members).replace("@ASK@", ask).replace("@BLOCK@", block)));
    }

    /** @param code by file, all in the package {@code probe} */
    static VerifiedPackage packed(Path folder, Map<String, String> code) throws Exception {
        Path sources = Files.createDirectories(folder.resolve("sources/probe"));
        for (Map.Entry<String, String> file : code.entrySet()) {
            Files.writeString(sources.resolve(file.getKey()), file.getValue());
        }
        Path manifest = Files.writeString(folder.resolve("plugin.json"), MANIFEST);
        Path classes = Compiled.of(sources, folder.resolve("classes"));
        Packing.Packed packed = Packing.pack(new Packing.Parts(manifest, classes, List.of(), null), folder);
        if (!(packed instanceof Packing.Packed.Zip(Path zip, var description))) {
            throw new AssertionError(packed);
        }
        SigningKey key = SigningKey.generate();
        Signing.sign(zip, key, zip);
        TrustedKey trusted = TrustedKey.of(key, "Tests", Trust.PARTNER);
        Verification found = Verifier.verify(zip, id -> Optional.of(trusted), folder, Rules.alone());
        if (found instanceof Verification.Verified(VerifiedPackage verified)) {
            return verified;
        }
        throw new AssertionError(found);
    }

    /** Holds it against one check alone. */
    Finding on(Check check, Path folder, Mode mode) throws Exception {
        Playbook playbook = new Playbook(
                Map.of(), Map.of(), List.of(new Playbook.Exchange("POST", "/blocks", 200, "{\"of\": \"{bank}\"}")), List.of());
        VerifiedPackage verified = packed(folder);
        try (Heard heard = new Heard();
                Hosted hosted = PluginHost.open(verified, mode, HostOptions.usual())) {
            return check.on(Subject.of(hosted, playbook, heard));
        }
    }
}
