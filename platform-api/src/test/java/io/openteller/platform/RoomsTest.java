package io.openteller.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;

/** The floor plan. A room may use another only if a door is drawn here, and only its front (top) package. */
@AnalyzeClasses(packages = RoomsTest.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    static final String ROOT = "io.openteller.platform";

    private static final Map<String, Set<String>> DOORS = Map.ofEntries(
            entry("problem", Set.of()),
            entry("wording", Set.of()),
            entry("tenancy", Set.of("problem")),
            entry("coordination", Set.of("tenancy")),
            entry("audit", Set.of("problem", "tenancy")),
            entry("conversation", Set.of("problem", "tenancy", "audit", "coordination")),
            entry("channel", Set.of("problem", "tenancy")),
            entry("understanding", Set.of("problem", "tenancy")),
            entry("guard", Set.of("problem", "tenancy")),
            entry("knowledge", Set.of("problem", "tenancy")),
            entry("answer", Set.of("problem", "tenancy", "knowledge")),
            entry(
                    "turn",
                    Set.of(
                            "problem",
                            "tenancy",
                            "coordination",
                            "wording",
                            "conversation",
                            "understanding",
                            "guard",
                            "knowledge",
                            "answer")),
            entry(
                    "widget",
                    Set.of("problem", "tenancy", "coordination", "wording", "channel", "conversation", "turn")));

    @ArchTest
    static final ArchRule rooms_use_only_their_doors = classes()
            .that()
            .resideInAPackage(ROOT + ".(*)..")
            .should(new ArchCondition<>("use only the rooms drawn in DOORS, through their front packages") {
                @Override
                public void check(JavaClass from, ConditionEvents events) {
                    for (var dependency : from.getDirectDependenciesFromSelf()) {
                        JavaClass to = dependency.getTargetClass().getBaseComponentType();
                        if (!open(room(from), to)) {
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
                    if (!DOORS.containsKey(room(type))) {
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

    private static boolean open(String here, JavaClass to) {
        String there = room(to);
        if (there.isEmpty() || there.equals(here)) {
            return true;
        }
        boolean front = to.getPackageName().equals(ROOT + "." + there);
        return front && DOORS.getOrDefault(here, Set.of()).contains(there);
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1).split("\\.", 2)[0] : "";
    }
}
