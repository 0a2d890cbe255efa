package io.openteller.bench.faults;

import com.nimbusds.jose.jwk.RSAKey;
import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.load.Client;
import io.openteller.bench.processes.PlatformProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where staff sign in is not there; when it is back it signs with other keys, and somebody has one of the old ones. */
final class KeycloakDown extends Scenario {

    private static final int PROBES = 3;
    private static final Duration ANSWERED = Duration.ofSeconds(5);
    private static final Duration SAID_SO = Duration.ofSeconds(10);
    private static final Duration FOLLOWED = Duration.ofSeconds(30);

    KeycloakDown() {
        super(
                "keycloak-down-and-keys-exchanged",
                "Without Keycloak customers are answered within 5 s, who is signed in stays so and who is not is told within 10 s;"
                        + " with other keys signing in works within 30 s, and what an old key signed lets nobody in.",
                "public keys that were read once are never read again");
    }

    @Override
    void run(Ground ground, Findings findings) throws InterruptedException {
        SandboxBank bank = ground.talking().getFirst();
        String email = "ben@" + bank.slug() + ".example";
        PlatformProcess node = ground.node();
        try (KeycloakFront front = new KeycloakFront(ground.isPlanted(this));
                StaffRealm realm = StaffRealm.start(ground.machine().folder("keycloak"), front);
                StaffBrowser before = new StaffBrowser(ground.canaries(), ground.talking().getFirst().slug());
                StaffBrowser after = new StaffBrowser(ground.canaries(), ground.talking().getFirst().slug());
                Client toIt = new Client(ground.first().url(), node.port(), 1, ground.canaries())) {
            realm.serve(ground, node, bank, email);
            RSAKey old = realm.signWithKnownKey();
            node.start();
            URI home = URI.create(node.url());
            findings.hold(isWelcome(before.signIn(home, email, realm.password())), "nobody can sign in: nothing was tried");
            realm.stop();
            away(ground, toIt, before, home, findings);
            realm.startAgain();
            realm.exchangeKeys();
            findings.recovered("keys exchanged, a new sign-in", followed(after, home, email, realm.password()));
            findings.hold(isSignedIn(before, home), "who was signed in before is not any more");
            thief(ground, front, old, home, email, realm.password(), findings);
        } catch (IOException cut) {
            findings.breach("a colleague's browser was cut off: " + cut);
        } finally {
            node.close();
        }
    }

    private static void away(Ground ground, Client toIt, StaffBrowser signedIn, URI home, Findings findings)
            throws IOException, InterruptedException {
        for (int i = 0; i < PROBES; i++) {
            Duration took = Probe.answered(ground, toIt, Duration.ofSeconds(10));
            findings.hold(
                    took != null && took.compareTo(ANSWERED) <= 0, "a customer was answered after " + took + " without Keycloak");
            findings.hold(isSignedIn(signedIn, home), "who is signed in is not any more without Keycloak");
        }
        try (StaffBrowser late = new StaffBrowser(ground.canaries(), ground.talking().getFirst().slug())) {
            long begun = System.nanoTime();
            HttpResponse<String> away = late.get(home.resolve("/auth/login"));
            // The platform knows the way; that nobody is there it learns when somebody comes back from there with a code.
            String page = away.headers().firstValue("Location").orElse("");
            HttpResponse<String> told = page.isEmpty()
                    ? away
                    : late.get(home.resolve("/auth/callback?code=some-code&state=" + parameter(page, "state=")));
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            findings.hold(told.statusCode() == 503, "signing in without Keycloak says " + told.statusCode());
            findings.hold(took.compareTo(SAID_SO) <= 0, "that signing in is not possible was said after " + took);
        }
    }

    private static String parameter(String address, String name) {
        int at = address.indexOf(name) + name.length();
        int end = address.indexOf('&', at);
        return address.substring(at, end < 0 ? address.length() : end);
    }

    private static @Nullable Duration followed(StaffBrowser browser, URI home, String email, String password)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < FOLLOWED.toNanos()) {
            if (isWelcome(browser.signIn(home, email, password))) {
                return Duration.ofNanos(System.nanoTime() - begun);
            }
        }
        return null;
    }

    private static void thief(
            Ground ground, KeycloakFront front, RSAKey old, URI home, String email, String password, Findings findings)
            throws IOException, InterruptedException {
        front.signsWith(old);
        try (StaffBrowser browser = new StaffBrowser(ground.canaries(), ground.talking().getFirst().slug())) {
            HttpResponse<String> told = browser.signIn(home, email, password);
            findings.hold(front.forged() > 0, "no token was signed by the old key: nothing was tried");
            findings.hold(
                    !isWelcome(told) && !isSignedIn(browser, home), "what the old key signed let somebody in: " + told.statusCode());
        } finally {
            front.signsWith(null);
        }
    }

    private static boolean isSignedIn(StaffBrowser browser, URI home) throws IOException, InterruptedException {
        return isWelcome(browser.get(home.resolve("/api/v1/me")));
    }

    private static boolean isWelcome(HttpResponse<String> answer) {
        return answer.statusCode() == 200 && answer.uri().getPath().equals("/api/v1/me");
    }
}
