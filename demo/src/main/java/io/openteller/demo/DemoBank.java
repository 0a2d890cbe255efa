package io.openteller.demo;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** A bank as {@code banks/<slug>/bank.json} describes it. */
@Serdeable
record DemoBank(
        String slug,
        String name,
        String currency,
        String locale,
        String assistantName,
        String accentColor,
        List<String> suggestions,
        List<StaffMember> staff) {

    @Serdeable
    record StaffMember(String email, String name, List<String> roles) {}

    /** The key that its own website's pages carry. Public by nature. */
    String siteKey() {
        return "wk_" + slug + "_website1";
    }
}
