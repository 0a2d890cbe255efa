package io.openteller.plugins.sandbox.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.spi.Outcome;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** How to reach the customer, in masks; identity papers; credit score. */
final class Profiles {

    static final List<Supplied> SUPPLIED = List.of(
            Supplied.read("profile.contact/v1", Profiles::contact),
            Supplied.read("profile.preferences/v1", Profiles::preferences),
            Supplied.read("profile.kyc_status/v1", Profiles::kyc),
            Supplied.effect("profile.update/v1", Profiles::update),
            Supplied.read("credit.score/v1", Profiles::creditScore));

    private static final Map<String, Pattern> VALUES = Map.of(
            "EMAIL", Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}\\.[a-zA-Z]{2,20}"),
            "MOBILE", Pattern.compile("\\+?[0-9][0-9 ]{7,18}"),
            "CITY", Pattern.compile("\\p{L}[\\p{L}\\p{M} .'-]{1,60}"),
            "LANGUAGE", Pattern.compile("en|hi"),
            "ALERTS", Pattern.compile("SMS|EMAIL|PUSH|NONE"));

    private Profiles() {}

    private static Outcome<JsonNode> contact(Call call) throws SQLException {
        Person person = Person.of(call);
        return Outcome.done(
                Json.of(
                        "name", person.name(),
                        "email", Outbox.maskedEmail(person.email()),
                        "mobile", Outbox.maskedMobile(person.mobile()),
                        "city", person.city(),
                        "language", person.language()),
                call.now());
    }

    private static Outcome<JsonNode> preferences(Call call) throws SQLException {
        Person person = Person.of(call);
        return Outcome.done(
                Json.of("language", person.language(), "alerts", person.alerts(), "marketing", person.marketing()),
                call.now());
    }

    private static Outcome<JsonNode> kyc(Call call) throws SQLException {
        return Outcome.done(
                call.one(
                                row -> Json.of(
                                        "status", row.getString("kyc"),
                                        "dueOn", Json.day(row, "kyc_due"),
                                        "missing",
                                        Arrays.stream(row.getString("kyc_missing").split(";"))
                                                .filter(one -> !one.isBlank())
                                                .toList()),
                                "SELECT kyc, kyc_due, kyc_missing FROM person WHERE customer = ?",
                                call.customer())
                        .orElseThrow(),
                call.now());
    }

    private static Outcome<JsonNode> update(Call call) throws SQLException {
        String field = call.text("field");
        String column = field.toLowerCase(Locale.ROOT);
        String value = call.text("value").strip();
        if (!VALUES.containsKey(field)) {
            throw new Malformed("field");
        }
        if (!VALUES.get(field).matcher(value).matches()) {
            return Outcome.refused("The bank does not take this as " + column + ".");
        }
        Person before = Person.of(call);
        // The field's name is one of five, and the columns are called as they are.
        call.update("UPDATE person SET " + column + " = ? WHERE customer = ?", value, call.customer());
        if (Set.of("EMAIL", "MOBILE").contains(field)) {
            boolean mail = field.equals("EMAIL");
            Outbox.put(call, mail ? "EMAIL" : "SMS", mail ? before.email() : before.mobile(), "CONTACT_CHANGED", null,
                    "Your contact details were changed. If that was not you, call us.");
        }
        return Outcome.done(Json.of("changedAt", call.now(), "field", field), call.now());
    }

    private static Outcome<JsonNode> creditScore(Call call) throws SQLException {
        boolean rupees = call.currency().equals("INR");
        int score = (int) call.sum("SELECT coalesce(credit_score, 0) FROM person WHERE customer = ?", call.customer());
        return score == 0
                ? Outcome.notFound("credit score")
                : Outcome.done(
                        Json.of(
                                "score", score,
                                "lowest", rupees ? 300 : 0,
                                "highest", rupees ? 900 : 999,
                                "bureau", "Sandbox bureau",
                                "asOf", call.today().minusMonths(1).withDayOfMonth(15)),
                        call.now());
    }
}
