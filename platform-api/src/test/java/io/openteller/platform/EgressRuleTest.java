package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** A rule that cannot fail holds nothing. */
class EgressRuleTest {

    @Test
    void a_class_that_calls_another_machine_by_itself_is_named() {
        assertThatThrownBy(() -> RoomsTest.only_egress_reaches_out.check(
                        new ClassFileImporter().importClasses(TestProgram.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("TestProgram");
    }
}
