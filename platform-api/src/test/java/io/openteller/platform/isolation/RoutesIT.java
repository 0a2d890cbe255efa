package io.openteller.platform.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.web.router.Router;
import io.openteller.platform.Database;
import io.openteller.platform.TestSettings;
import io.openteller.platform.isolation.ApiFile.Operation;
import io.openteller.platform.isolation.Visits.Answer;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every route of the platform is asked over HTTP by somebody who may do everything at one bank, with ids and words of
 * another. Whether that other bank has anything there must make no difference. Routes come from the committed description of
 * the API, and the router says whether that has all of them: a route is covered the day it is written.
 */
class RoutesIT {

    private static final String NAME = "isolation_routes";
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 404, 409, 412, 415, 422);
    private static EmbeddedServer platform;
    private static Jdbi superuser;
    private static TwinRows rows;
    private static ApiFile api;
    private static Tenant other;
    private static Map<String, Answer> alone;
    private static int banks;

    @BeforeAll
    static void a_platform_without_rows() throws Exception {
        platform = ApplicationContext.run(EmbeddedServer.class, TestSettings.quiet(Database.scratch(NAME)));
        superuser = Database.asSuperuser(NAME);
        rows = new TwinRows(superuser);
        api = new ApiFile();
        other = platform.getApplicationContext()
                .getBean(Tenants.class)
                .register(new TenantSlug("other"), "The other bank", "GBP");
        alone = asked(caller());
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void every_route_is_tried_or_listed_with_a_reason() throws Exception {
        Set<String> described = new TreeSet<>(api.operations().stream().map(Operation::toString).toList());
        Set<String> more = new TreeSet<>();
        platform.getApplicationContext()
                .getBean(Router.class)
                .uriRoutes()
                // What answers HEAD is what answers GET.
                .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                .map(route -> route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString())
                .filter(route -> !described.contains(route))
                .forEach(more::add);
        assertThat(described).hasSizeGreaterThan(150);
        assertThat(more).isEqualTo(NotTried.in("routes-not-tried").keySet());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void no_route_tells_a_bank_what_another_one_has(int variant) throws Exception {
        rows.clear();
        rows.plant(other.id(), variant);
        Map<String, String> before = rows.digest(other.id());
        Map<String, Answer> beside = asked(caller());
        assertThat(rows.digest(other.id())).as("rows of the other bank").isEqualTo(before);
        assertThat(differences(beside)).isEmpty();
    }

    @Test
    void ids_of_another_bank_are_refused() throws Exception {
        Set<String> answering = new TreeSet<>();
        for (Operation operation : api.operations()) {
            if (operation.names() && !REFUSALS.contains(alone.get(operation.toString()).status())) {
                answering.add(operation.toString());
            }
        }
        assertThat(answering).isEqualTo(NotTried.in("routes-that-answer-anyway").keySet());
    }

    @Test
    void whoever_is_nobody_is_let_in_nowhere() throws Exception {
        Visits nobody = caller().asNobody();
        for (Operation operation : api.operations()) {
            assertThat(nobody.ask(operation, false).status()).as(operation.toString()).isIn(400, 401, 403, 404);
        }
    }

    @Test
    void without_a_role_nothing_is_allowed() throws Exception {
        Tenant bank = platform.getApplicationContext()
                .getBean(Tenants.class)
                .register(new TenantSlug("no-roles"), "Without roles", "GBP");
        Visits member = Visits.of(platform, superuser, bank, List.of());
        for (Operation operation : api.operations()) {
            if (!operation.path().startsWith("/api/v1/widget/") && !operation.path().equals("/api/v1/me")) {
                assertThat(member.ask(operation, false).status()).as(operation.toString()).isIn(400, 401, 403);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/beans", "/routes", "/threaddump", "/refresh", "/info"})
    void what_is_for_operators_of_the_machine_is_shut(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(platform.getURI().resolve(URI.create(path))).build();
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isIn(401, 404, 405);
        }
    }

    /** What the test could find: the bank's own people see by most routes that there is something. */
    @Test
    void the_requests_lead_to_rows() throws Exception {
        rows.clear();
        rows.plant(other.id(), 0);
        assertThat(differences(asked(Visits.of(platform, superuser, other)))).hasSizeGreaterThan(90);
    }

    @Test
    void open_policies_are_noticed() throws Exception {
        rows.clear();
        rows.plant(other.id(), 0);
        superuser.useHandle(sql -> rows.tables().forEach(
                table -> sql.execute("CREATE POLICY opened ON " + table + " USING (true) WITH CHECK (true)")));
        try {
            assertThat(differences(asked(caller()))).hasSizeGreaterThan(50);
        } finally {
            superuser.useHandle(sql -> rows.tables().forEach(table -> sql.execute("DROP POLICY opened ON " + table)));
        }
    }

    /** A bank of its own each time: what one leaves behind is not there for the next. */
    private static Visits caller() throws Exception {
        return Visits.of(platform, superuser, "caller-" + (char) ('a' + banks++));
    }

    private static Map<String, Answer> asked(Visits visits) throws Exception {
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (Operation operation : api.operations()) {
            answers.put(operation.toString(), visits.ask(operation, false));
            if (!operation.address(true).equals(operation.address(false))) {
                answers.put(operation + " with all parameters", visits.ask(operation, true));
            }
        }
        return answers;
    }

    private static List<String> differences(Map<String, Answer> answers) {
        List<String> differences = new ArrayList<>();
        alone.forEach((route, answer) -> {
            if (!answer.seen().equals(answers.get(route).seen())) {
                differences.add(route + ": " + answer.seen() + " became " + answers.get(route).seen());
            }
        });
        return differences;
    }
}
