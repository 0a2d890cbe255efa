package io.openteller.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.openteller.platform.llm.Hidden;
import java.util.Map;
import java.util.Set;

/** The floor plan. A room may use another only if a door is drawn here, and only its front (top) package. */
@AnalyzeClasses(packages = RoomsTest.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    static final String ROOT = "io.openteller.platform";

    private static final Map<String, Set<String>> DOORS = Map.ofEntries(
            room("problem"),
            room("wording"),
            room("embedding"),
            room("egress"),
            room("tenancy", "problem"),
            room("coordination", "tenancy"),
            room("audit", "problem", "tenancy"),
            room("identity", "problem", "tenancy", "audit"),
            room("vault", "problem", "tenancy"),
            room("plugin", "problem", "tenancy", "coordination", "audit", "identity", "vault", "release", "egress"),
            room("release", "problem", "tenancy", "audit", "identity"),
            room("conversation", "problem", "tenancy", "audit", "coordination"),
            room("channel", "problem", "tenancy"),
            room("understanding", "problem", "tenancy", "embedding"),
            room(
                    "desk",
                    "problem",
                    "tenancy",
                    "audit",
                    "identity",
                    "coordination",
                    "wording",
                    "conversation"),
            room("llm", "problem", "tenancy", "coordination", "audit", "identity", "release", "plugin"),
            room("guard", "problem", "tenancy", "embedding", "llm"),
            room("reading", "problem"),
            room("knowledge", "problem", "tenancy", "audit", "identity", "release", "reading"),
            room("retrieval", "problem", "tenancy", "identity", "embedding", "release", "reading", "knowledge"),
            room(
                    "banking",
                    "problem",
                    "tenancy",
                    "coordination",
                    "audit",
                    "identity",
                    "wording",
                    "conversation",
                    "release",
                    "plugin",
                    "connector"),
            room("drafting", "problem", "tenancy", "audit"),
            room("connector", "problem", "tenancy", "audit", "identity", "release", "plugin", "drafting"),
            room("procedure", "problem", "tenancy", "audit", "identity", "release", "understanding", "drafting"),
            room("persona", "problem", "tenancy", "audit", "identity", "release"),
            room(
                    "answer",
                    "problem",
                    "tenancy",
                    "audit",
                    "identity",
                    "wording",
                    "embedding",
                    "understanding",
                    "llm",
                    "guard",
                    "reading",
                    "knowledge",
                    "retrieval",
                    "persona"),
            room(
                    "impact",
                    "problem",
                    "tenancy",
                    "audit",
                    "identity",
                    "embedding",
                    "understanding",
                    "guard",
                    "knowledge",
                    "retrieval",
                    "answer"),
            room("customer", "problem", "tenancy", "audit", "identity", "conversation", "banking"),
            room(
                    "workflow",
                    "problem",
                    "tenancy",
                    "audit",
                    "identity",
                    "coordination",
                    "wording",
                    "conversation",
                    "understanding",
                    "desk",
                    "banking",
                    "procedure"),
            room(
                    "rehearsal",
                    "problem",
                    "tenancy",
                    "identity",
                    "conversation",
                    "understanding",
                    "banking",
                    "procedure"),
            room("routing", "understanding", "desk"),
            room(
                    "turn",
                    "problem",
                    "tenancy",
                    "coordination",
                    "wording",
                    "release",
                    "conversation",
                    "understanding",
                    "desk",
                    "llm",
                    "guard",
                    "knowledge",
                    "retrieval",
                    "answer",
                    "workflow",
                    "persona",
                    "routing"),
            room(
                    "widget",
                    "problem",
                    "tenancy",
                    "audit",
                    "coordination",
                    "wording",
                    "identity",
                    "channel",
                    "conversation",
                    "workflow",
                    "guard",
                    "turn"),
            room(
                    "training",
                    "problem",
                    "tenancy",
                    "audit",
                    "identity",
                    "embedding",
                    "release",
                    "conversation",
                    "understanding"),
            room(
                    "curation",
                    "problem",
                    "tenancy",
                    "audit",
                    "identity",
                    "embedding",
                    "guard",
                    "reading",
                    "knowledge",
                    "retrieval"),
            room("insight", "problem", "tenancy", "identity", "conversation"),
            room(
                    "sources",
                    "problem",
                    "tenancy",
                    "audit",
                    "coordination",
                    "identity",
                    "egress",
                    "conversation",
                    "understanding",
                    "guard",
                    "reading",
                    "knowledge"),
            room("console", "problem", "tenancy"));

    private static Map.Entry<String, Set<String>> room(String name, String... doors) {
        return Map.entry(name, Set.of(doors));
    }

    @ArchTest
    static final ArchRule rooms_use_only_their_doors = classes()
            .that()
            .resideInAPackage(ROOT + ".(*)..")
            .should(new ArchCondition<>("use only the rooms drawn in DOORS, through their front packages") {
                @Override
                public void check(JavaClass from, ConditionEvents events) {
                    for (var dependency : from.getDirectDependenciesFromSelf()) {
                        JavaClass to = dependency.getTargetClass().getBaseComponentType();
                        if (!open(roomOf(from), to)) {
                            events.add(SimpleConditionEvent.violated(from, dependency.getDescription()));
                        }
                    }
                }
            });

    @ArchTest
    static final ArchRule every_room_is_drawn = classes()
            .that()
            .resideInAPackage(ROOT + ".(*)..")
            .should(new ArchCondition<>("be in a room that DOORS knows") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (!DOORS.containsKey(roomOf(type))) {
                        events.add(SimpleConditionEvent.violated(type, type.getName() + " is in no drawn room"));
                    }
                }
            });

    @ArchTest
    static final ArchRule no_cycles = slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_field_injection = noFields().should().beAnnotatedWith("jakarta.inject.Inject");

    @ArchTest
    static final ArchRule only_tenancy_opens_connections = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".tenancy..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.jdbi.v3.core.Jdbi");

    @ArchTest
    static final ArchRule only_guard_says_that_text_is_fit_for_a_model = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".guard..")
            .should()
            .callMethod(Hidden.class, "of", String.class);

    /**
     * Rooms that reach another machine by a library's own client, and why: identity speaks with Keycloak (its admin client,
     * and Nimbus for OpenID Connect), which the operator names and which stands on a private network by intent.
     */
    private static final Set<String> OWN_CLIENTS = Set.of("identity");

    @ArchTest
    static final ArchRule only_egress_reaches_out = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".egress..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.URLConnection")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.HttpURLConnection")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.Socket")
            .orShould()
            .callMethod(java.net.URL.class, "openStream")
            .orShould()
            .callMethod(java.net.URL.class, "openConnection")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micronaut.http.client..", "org.apache.http..", "okhttp3..");

    @ArchTest
    static final ArchRule libraries_that_reach_out_are_used_where_that_is_meant = noClasses()
            .that()
            .resideOutsideOfPackages(OWN_CLIENTS.stream().map(room -> ROOT + "." + room + "..").toArray(String[]::new))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.nimbusds.oauth2.sdk..", "org.keycloak..", "jakarta.ws.rs..");

    private static boolean open(String here, JavaClass to) {
        String there = roomOf(to);
        if (there.isEmpty() || there.equals(here)) {
            return true;
        }
        boolean front = to.getPackageName().equals(ROOT + "." + there);
        return front && DOORS.getOrDefault(here, Set.of()).contains(there);
    }

    private static String roomOf(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1).split("\\.", 2)[0] : "";
    }
}
