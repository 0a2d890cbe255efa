package io.openteller.platform.sources.internal;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a host's robots.txt said at the beginning of a visit.
 *
 * @param status of the answer; 503 also when none came, which forbids everything until the host is well again
 */
@Serdeable
record Robots(int status, String text) {

    /** How we name ourselves, to sites and in their robots.txt. */
    static final String NAME = "openteller";

    static final int MOST_BYTES = 512 * 1024;

    boolean allows(URI address) {
        return rules(address).isAllowed(address.toString());
    }

    /** 0 if it names none; sites that ask for more than half a minute get half a minute. */
    long delayMillis(URI address) {
        long delay = rules(address).getCrawlDelay();
        return Math.clamp(delay, 0, 30_000);
    }

    private BaseRobotRules rules(URI address) {
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
        return status >= 200 && status < 300
                ? parser.parseContent(
                        address.toString(), text.getBytes(StandardCharsets.UTF_8), "text/plain", List.of(NAME))
                : parser.failedFetch(status);
    }

    static URI address(URI page) {
        return page.resolve("/robots.txt");
    }
}
