package io.openteller.plugins.sandbox.operations;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What the bank sends, kept instead of sent. */
final class Outbox {

    private Outbox() {}

    /** @param channel SMS, EMAIL, PUSH, INBOX, POST or CRM */
    static void put(
            Call call, String channel, String recipient, String template, @Nullable String reference, String text)
            throws SQLException {
        call.update(
                "INSERT INTO outbox (call_id, customer, channel, recipient, template, reference, text, at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                call.callId(),
                call.customer(),
                channel,
                recipient,
                template,
                reference,
                text,
                call.now());
    }

    static String maskedMobile(String mobile) {
        String digits = mobile.replaceAll("[^0-9]", "");
        return "••• " + digits.substring(Math.max(0, digits.length() - 4));
    }

    static String maskedEmail(String email) {
        return email.charAt(0) + "•••" + email.substring(Math.max(0, email.indexOf('@')));
    }
}
