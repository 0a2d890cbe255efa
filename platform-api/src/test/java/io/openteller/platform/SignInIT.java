package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.platform.identity.Identities;
import io.openteller.platform.identity.Role;
import io.openteller.platform.identity.Staff;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Staff and their sign-in: a real Keycloak, a real database, the platform over HTTP, set up by the operator's commands. */
class SignInIT {

    private static final String PASSWORD = "correct-" + UUID.randomUUID();
    private static final String FIRST = slug();
    private static final String SECOND = slug();
    private static final Map<String, Object> SETTINGS = new HashMap<>();
    private static EmbeddedServer platform;
    private static URI home;

    private final TestBrowser browser = new TestBrowser();

    @BeforeAll
    static void a_platform_with_two_banks() throws Exception {
        SETTINGS.putAll(TestKeycloak.settings());
        SETTINGS.put("openteller.turn.loop", "false");
        home = TestPorts.home();
        SETTINGS.putAll(Map.of(
                "micronaut.server.port", home.getPort(),
                "openteller.public-url", home.toString(),
                "openteller.environment", "demo",
                "openteller.first-password", PASSWORD,
                "openteller.keycloak.client-secret", UUID.randomUUID().toString(),
                "datasources.default.url", Database.url(),
                "openteller.migration.url", Database.url()));
        for (String bank : new String[] {FIRST, SECOND}) {
            operator("bank", "create", "--slug", bank, "--name", "Bank " + bank, "--currency", "GBP", "--locale",
                    "en-GB");
            operator("staff", "add", "--bank", bank, "--email", "admin@" + bank + ".example", "--name", "Ada Admin",
                    "--roles", "ADMIN");
            operator("staff", "add", "--bank", bank, "--email", "agent@" + bank + ".example", "--name", "Abe Agent",
                    "--roles", "AGENT");
        }
        // Sites and files of other tests are not its to read.
        SETTINGS.put("openteller.sources.loop", "false");
        platform = ApplicationContext.run(EmbeddedServer.class, SETTINGS);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void staff_sign_in_at_keycloak_and_come_back_to_where_they_were_going() throws Exception {
        HttpResponse<String> me = signIn("agent@" + FIRST + ".example", "/api/v1/me");
        assertThat(me.uri().getPath()).isEqualTo("/api/v1/me");
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.body()).contains("\"slug\":\"" + FIRST + "\"", "Abe Agent", "[\"AGENT\"]", "\"environment\":\"demo\"");
        assertThat(me.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void the_session_is_out_of_reach_of_scripts_and_other_sites() throws Exception {
        HttpResponse<String> form = passwordForm("agent@" + FIRST + ".example", "/agent/");
        browser.submit(form, Map.of("password", PASSWORD));
        assertThat(browser.lastCookie("openteller_session")).contains("HTTPOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void after_sign_out_the_session_is_gone_and_the_next_one_asks_for_the_password() throws Exception {
        signIn("agent@" + FIRST + ".example", "/api/v1/me");
        String session = browser.jar(home).get("openteller_session");
        assertThat(browser.send("POST", home.resolve("/auth/logout"), null, Map.of()).body())
                .contains("REQUEST_HEADER_MISSING");
        HttpResponse<String> out =
                browser.send("POST", home.resolve("/auth/logout"), null, Map.of("X-Openteller-Request", "1"));
        assertThat(out.statusCode()).isEqualTo(204);
        browser.jar(home).put("openteller_session", session);
        HttpResponse<String> me = browser.open(home.resolve("/api/v1/me"));
        assertThat(me.statusCode()).isEqualTo(401);
        assertThat(me.body()).contains("NOT_SIGNED_IN");
        assertThat(browser.open(home.resolve("/auth/login")).body()).contains("name=\"username\"");
    }

    @Test
    void a_wrong_password_leads_nowhere() throws Exception {
        HttpResponse<String> form = passwordForm("agent@" + FIRST + ".example", "/agent/");
        HttpResponse<String> again = browser.submit(form, Map.of("password", "wrong"));
        assertThat(again.uri().getAuthority()).isNotEqualTo(home.getAuthority());
        assertThat(browser.jar(home)).doesNotContainKey("openteller_session");
    }

    @Test
    void a_member_of_the_bank_who_is_not_on_its_team_is_told_so_and_not_stored() throws Exception {
        String email = "nobody@" + FIRST + ".example";
        platform.getApplicationContext().getBean(Identities.class).prepareAccount(FIRST, email, "No Body", PASSWORD);
        HttpResponse<String> page = signIn(email, "/agent/");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("You are not on the team");
        assertThat(browser.jar(home)).doesNotContainKey("openteller_session");
        assertThat(in(bank(FIRST), () -> staff().all())).noneMatch(member -> member.email().equals(email));
    }

    @Test
    void a_bank_that_only_keycloak_knows_is_not_let_in() throws Exception {
        Identities identities = platform.getApplicationContext().getBean(Identities.class);
        String stranger = slug();
        identities.prepareBank(stranger, "Stranger " + stranger);
        identities.prepareAccount(stranger, "who@" + stranger + ".example", "Who Else", PASSWORD);
        HttpResponse<String> page = signIn("who@" + stranger + ".example", "/agent/");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Your bank is not on this platform");
    }

    @Test
    void an_account_of_no_bank_is_not_let_in() throws Exception {
        String email = "lonely@" + slug() + ".example";
        TestKeycloak.accountWithoutOrganization(email, PASSWORD);
        HttpResponse<String> page = signIn(email, "/agent/");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Your account belongs to no bank");
    }

    @Test
    void what_was_not_begun_in_this_browser_cannot_be_finished_in_it() throws Exception {
        browser.open(home.resolve("/auth/login"));
        HttpResponse<String> page = browser.open(home.resolve("/auth/callback?code=x&state=another"));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("This sign-in has expired");
    }

    @Test
    void an_id_token_for_another_nonce_is_declined() throws Exception {
        HttpResponse<String> form = passwordForm("agent@" + FIRST + ".example", "/agent/");
        String[] attempt = browser.jar(home).get("openteller_signin").split("\\.");
        attempt[1] = "A".repeat(43);
        browser.jar(home).put("openteller_signin", String.join(".", attempt));
        HttpResponse<String> page = browser.submit(form, Map.of("password", PASSWORD));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("You were not signed in");
        assertThat(browser.jar(home)).doesNotContainKey("openteller_session");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/", "https://evil.example/", "/\\evil.example", "/\t/evil.example", "/auth/login"})
    void nobody_is_sent_elsewhere_after_signing_in(String place) throws Exception {
        HttpResponse<String> form = passwordForm("agent@" + FIRST + ".example", place);
        HttpResponse<String> landed = browser.submit(form, Map.of("password", PASSWORD));
        assertThat(landed.uri().getAuthority()).isEqualTo(home.getAuthority());
        assertThat(landed.uri().getPath()).isEqualTo("/agent/");
    }

    @Test
    void a_change_needs_the_header_and_the_permission() throws Exception {
        signIn("agent@" + FIRST + ".example", "/api/v1/me");
        URI verify = home.resolve("/api/v1/audit/verify");
        assertThat(browser.send("POST", verify, null, Map.of()).body()).contains("REQUEST_HEADER_MISSING");
        HttpResponse<String> refused = browser.send("POST", verify, null, Map.of("X-Openteller-Request", "1"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("NOT_ALLOWED");
    }

    @Test
    void another_banks_people_look_like_nobody() throws Exception {
        signIn("admin@" + FIRST + ".example", "/api/v1/me");
        UUID other = in(bank(SECOND), () -> staff().all()).getFirst().id();
        HttpResponse<String> missing = change(other, "AUDITOR");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(browser.open(home.resolve("/api/v1/team")).body())
                .contains("admin@" + FIRST)
                .doesNotContain(SECOND);
        String secret = browser.jar(home).get("openteller_session").split("\\.")[1];
        browser.jar(home).put("openteller_session", SECOND + "." + secret);
        assertThat(browser.open(home.resolve("/api/v1/me")).statusCode()).isEqualTo(401);
    }

    @Test
    void changed_roles_count_at_once_are_recorded_with_their_author_and_leave_an_administrator() throws Exception {
        signIn("admin@" + SECOND + ".example", "/api/v1/me");
        var team = in(bank(SECOND), () -> staff().all());
        UUID admin = team.stream().filter(one -> one.roles().contains(Role.ADMIN)).findFirst().orElseThrow().id();
        UUID agent = team.stream().filter(one -> !one.id().equals(admin)).findFirst().orElseThrow().id();
        assertThat(change(admin, "AGENT").body()).contains("LAST_ADMIN");
        assertThat(browser.send(
                                "POST",
                                home.resolve("/api/v1/team"),
                                "{\"name\":\"Ada Admin\",\"email\":\"ADMIN@" + SECOND
                                        + ".example\",\"roles\":[\"AGENT\"]}",
                                Map.of("X-Openteller-Request", "1", "Content-Type", "application/json"))
                        .body())
                .contains("LAST_ADMIN");
        assertThat(change(agent, "AUDITOR").statusCode()).isEqualTo(200);
        String audit = browser.open(home.resolve("/api/v1/audit?action=staff.roles-changed")).body();
        assertThat(audit).contains("\"name\":\"Ada Admin\"", admin.toString(), agent.toString(), "\"kind\":\"STAFF\"");
        String verified = browser.send(
                        "POST", home.resolve("/api/v1/audit/verify"), null, Map.of("X-Openteller-Request", "1"))
                .body();
        assertThat(verified).contains("\"intact\":true");
        try (TestBrowser theirs = new TestBrowser()) {
            assertThat(theirs.signIn(home, "agent@" + SECOND + ".example", PASSWORD, "/api/v1/audit").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void without_keycloak_sessions_go_on_and_signing_in_says_what_is_wrong() throws Exception {
        signIn("agent@" + FIRST + ".example", "/api/v1/me");
        Map<String, Object> cut = new HashMap<>(SETTINGS);
        URI elsewhere = TestPorts.home();
        cut.put("micronaut.server.port", elsewhere.getPort());
        cut.put("openteller.public-url", elsewhere.toString());
        cut.put("openteller.keycloak.url", "http://localhost:" + TestPorts.home().getPort());
        try (EmbeddedServer second = ApplicationContext.run(EmbeddedServer.class, cut)) {
            browser.jar(elsewhere).putAll(browser.jar(home));
            assertThat(browser.open(elsewhere.resolve("/api/v1/me")).statusCode()).isEqualTo(200);
            HttpResponse<String> page = browser.open(elsewhere.resolve("/auth/login"));
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("Sign-in is not available now").doesNotContain("Exception");
            assertThat(second.isRunning()).isTrue();
        }
    }

    @Test
    void keys_that_change_at_keycloak_are_followed() throws Exception {
        signIn("agent@" + FIRST + ".example", "/api/v1/me");
        TestKeycloak.changeKeys();
        try (TestBrowser next = new TestBrowser()) {
            assertThat(next.signIn(home, "agent@" + FIRST + ".example", PASSWORD, "/api/v1/me").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void behind_https_cookies_stay_on_https() throws Exception {
        Map<String, Object> secure = new HashMap<>(SETTINGS);
        URI inside = TestPorts.home();
        secure.put("micronaut.server.port", inside.getPort());
        secure.put("openteller.public-url", "https://support.bank.example");
        try (EmbeddedServer second = ApplicationContext.run(EmbeddedServer.class, secure)) {
            HttpResponse<String> away = browser.send("GET", inside.resolve("/auth/login"), null, Map.of());
            assertThat(away.headers().firstValue("Location").orElseThrow())
                    .contains("code_challenge_method=S256", "support.bank.example");
            assertThat(browser.lastCookie("openteller_signin")).contains("Secure", "HTTPOnly");
            assertThat(second.isRunning()).isTrue();
        }
    }

    @Test
    void a_program_with_a_key_may_do_what_the_key_says_and_nothing_else() throws Exception {
        String key = operator("api-key", "create", "--bank", FIRST, "--name", "export", "--permissions", "AUDIT_READ")
                .strip();
        Map<String, String> header = Map.of("Authorization", "Bearer " + key);
        assertThat(browser.send("POST", home.resolve("/api/v1/audit/verify"), null, header).statusCode())
                .isEqualTo(200);
        assertThat(browser.send("GET", home.resolve("/api/v1/team"), null, header).body()).contains("NOT_ALLOWED");
        Map<String, String> wrong = Map.of("Authorization", "Bearer " + key.replace(FIRST, SECOND));
        assertThat(browser.send("GET", home.resolve("/api/v1/audit"), null, wrong).body()).contains("NOT_SIGNED_IN");
    }

    private HttpResponse<String> signIn(String email, String returnTo) throws Exception {
        return browser.signIn(home, email, PASSWORD, returnTo);
    }

    private HttpResponse<String> passwordForm(String email, String returnTo) throws Exception {
        return browser.passwordForm(home, email, returnTo);
    }

    private HttpResponse<String> change(UUID member, String role) throws Exception {
        return browser.send(
                "PUT",
                home.resolve("/api/v1/team/" + member + "/roles"),
                "{\"roles\":[\"" + role + "\"]}",
                Map.of("X-Openteller-Request", "1", "Content-Type", "application/json"));
    }

    private static String operator(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = PlatformOperator.run(arguments, SETTINGS, new PrintStream(out), new PrintStream(err));
        assertThat(code).as("%s", err).isZero();
        return out.toString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Staff staff() {
        return platform.getApplicationContext().getBean(Staff.class);
    }

    private static Tenant bank(String slug) {
        return platform.getApplicationContext().getBean(Tenants.class).find(new TenantSlug(slug)).orElseThrow();
    }

    private static <T> T in(Tenant bank, ScopedValue.CallableOp<T, RuntimeException> work) {
        return CurrentTenant.call(bank, work);
    }

    private static String slug() {
        return "s" + UUID.randomUUID().toString().substring(0, 8);
    }
}
