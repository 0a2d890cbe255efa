package io.openteller.connectors;

import io.openteller.connectors.Connector.Exchange;
import io.openteller.connectors.Finding.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether everything written in one call can be read. */
record ExchangeCheck(List<Finding> findings, String place) {

    void check(Exchange exchange) {
        try {
            PathTemplate.of(exchange.path()).expressions().forEach(each -> expression("/path", each));
        } catch (IllegalArgumentException bad) {
            findings.add(new Finding(Rule.FORM, place + "/path", String.valueOf(bad.getMessage())));
        }
        exchange.query().forEach((name, each) -> expression("/query/" + name, each));
        exchange.headers().forEach((name, each) -> expression("/headers/" + name, each));
        expression("/body", exchange.body());
        expression("/owner", exchange.owner());
        expression("/result", exchange.result());
        expression("/asOf", exchange.asOf());
        for (int at = 0; at < exchange.errors().size(); at++) {
            expression("/errors/" + at + "/when", exchange.errors().get(at).when());
            expression("/errors/" + at + "/reason", exchange.errors().get(at).reason());
        }
        if (exchange.body() != null && exchange.method().equals("GET")) {
            findings.add(new Finding(Rule.FORM, place + "/body", "a GET has no body"));
        }
    }

    void expression(String where, @Nullable String expression) {
        if (expression != null) {
            Expressions.fault(expression).ifPresent(fault -> findings.add(new Finding(Rule.EXPRESSION, place + where, fault)));
        }
    }
}
