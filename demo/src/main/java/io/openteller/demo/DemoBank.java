package io.openteller.demo;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * A bank as {@code banks/<slug>/bank.json} describes it.
 *
 * @param shippedProcedures whether it begins with the procedures that come with the platform
 */
@Serdeable
record DemoBank(
        String slug,
        String name,
        String currency,
        String locale,
        String assistantName,
        String accentColor,
        List<String> suggestions,
        boolean shippedProcedures,
        List<StaffMember> staff) {

    @Serdeable
    record StaffMember(String email, String name, List<String> roles) {}

    /** The key that its own website's pages carry. Public by nature. */
    String siteKey() {
        return "wk_" + slug + "_website1";
    }
}
