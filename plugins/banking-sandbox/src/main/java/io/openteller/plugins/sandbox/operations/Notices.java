package io.openteller.plugins.sandbox.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.spi.Outcome;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The bank's own texts to the customer, and notes for its staff. */
final class Notices {

    static final List<Supplied> SUPPLIED = List.of(
            Supplied.effect("notify.sms/v1", Notices::sms),
            Supplied.effect("notify.email/v1", Notices::email),
            Supplied.effect("notify.push/v1", Notices::push),
            Supplied.effect("crm.note/v1", Notices::note));

    private static final Map<String, String> TEXTS = Map.of(
            "DISPUTE_OPENED", "We have your dispute and look into it.",
            "CARD_BLOCKED", "Your card has been blocked.",
            "CARD_ORDERED", "Your new card is on its way.",
            "CONTACT_CHANGED", "Your contact details were changed.",
            "ACCESS_UNLOCKED", "You can sign in again.",
            "REFUND_PAID", "A refund was booked to your account.",
            "FRAUD_ALERT", "Please look at a payment that is unusual for you.",
            "PAYMENT_REMINDER", "A payment falls due tomorrow.");

    private Notices() {}

    private static Outcome<JsonNode> sms(Call call) throws SQLException {
        String mobile = Person.of(call).mobile();
        return sent(call, "SMS", mobile, Outbox.maskedMobile(mobile));
    }

    private static Outcome<JsonNode> email(Call call) throws SQLException {
        String email = Person.of(call).email();
        return sent(call, "EMAIL", email, Outbox.maskedEmail(email));
    }

    private static Outcome<JsonNode> push(Call call) throws SQLException {
        String device = Person.of(call).name().split(" ", 2)[0] + "'s phone";
        return sent(call, "PUSH", device, device);
    }

    private static Outcome<JsonNode> sent(Call call, String channel, String recipient, String shown) throws SQLException {
        String template = call.text("template");
        String text = TEXTS.get(template);
        if (text == null) {
            throw new Malformed("template");
        }
        String reference = call.textOrNull("reference");
        String whole = reference == null ? text : text + " Your reference is " + reference + ".";
        Outbox.put(call, channel, recipient, template, reference, whole);
        return Outcome.done(Json.of("sentTo", shown, "at", call.now()), call.now());
    }

    private static Outcome<JsonNode> note(Call call) throws SQLException {
        String ref = call.reference("note-");
        call.update(
                "INSERT INTO note VALUES (?, ?, ?, ?, ?, ?)",
                ref,
                call.customer(),
                call.text("subject"),
                call.text("text"),
                call.textOrNull("reference"),
                call.now());
        Outbox.put(call, "CRM", call.customer(), call.text("subject"), call.textOrNull("reference"), call.text("text"));
        return Outcome.done(Json.of("note", ref, "at", call.now()), call.now());
    }
}
