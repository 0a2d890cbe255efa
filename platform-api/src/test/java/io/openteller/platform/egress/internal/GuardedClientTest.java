package io.openteller.platform.egress.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.egress.AllowedHosts;
import io.openteller.platform.egress.EgressCall;
import io.openteller.platform.egress.EgressOutcome;
import io.openteller.platform.egress.EgressOutcome.Answered;
import io.openteller.platform.egress.EgressOutcome.Failed;
import io.openteller.platform.egress.EgressOutcome.Fault;
import io.openteller.platform.egress.EgressOutcome.Refused;
import io.openteller.platform.egress.EgressOutcome.Why;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedClientTest {

    private final LoopbackSite site = new LoopbackSite();
    private final LoopbackSite other = new LoopbackSite();
    private final PinnedClient client = new PinnedClient();
    private final GuardedClient open = new GuardedClient(client, true);
    private final GuardedClient strict = new GuardedClient(client, false);

    @AfterEach
    void stop() {
        site.close();
        other.close();
        client.close();
    }

    @Test
    void an_allowed_host_answers() {
        site.page("/a", "<p>Hello</p>");
        assertThat(call(open, site.at("/a"), site.host())).isInstanceOfSatisfying(Answered.class, answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).asString().isEqualTo("<p>Hello</p>");
            assertThat(answer.header("Content-Type")).hasValue("text/html; charset=utf-8");
        });
    }

    @Test
    void a_host_that_the_call_does_not_name_is_not_asked() {
        assertThat(call(open, other.at("/"), site.host())).isEqualTo(new Refused(Why.HOST_NOT_ALLOWED, other.at("/")));
        site.redirect("/away", other.at("/secret").toString());
        assertThat(call(open, site.at("/away"), site.host()))
                .isEqualTo(new Refused(Why.HOST_NOT_ALLOWED, other.at("/secret")));
        assertThat(other.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "http://localhost/", "http://127.0.0.1/", "http://[::1]/", "http://0.0.0.0/", "http://10.0.0.1/", "http://172.20.0.1/",
        "http://192.168.1.1/", "http://169.254.169.254/", "http://100.64.0.1/", "http://2130706433/", "http://127.1/",
        "http://[::ffff:10.0.0.1]/", "http://[64:ff9b::a9fe:a9fe]/", "http://[fd00:ec2::254]/", "http://[fe80::1]/",
        "http://[2002:7f00:1::]/", "http://224.0.0.1/", "http://198.18.0.1/", "http://255.255.255.255/"
    })
    void an_address_inside_is_refused_in_whatever_way_it_is_written(String inside) {
        URI address = URI.create(inside);
        String host = address.getHost();
        EgressOutcome outcome = call(strict, address, host == null ? "none" : host);
        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(((Refused) outcome).why()).isIn(Why.PRIVATE_ADDRESS, Why.BAD_ADDRESS);
    }

    @Test
    void addresses_of_the_internet_are_not_refused() throws UnknownHostException {
        for (String literal : new String[] {"1.1.1.1", "8.8.8.8", "172.15.0.1", "172.32.0.1", "192.169.0.1", "2606:4700::1111"}) {
            assertThat(PublicAddresses.isPublic(InetAddress.getByName(literal))).as(literal).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://www.bank.example/", "http:///nothing", "http://user:word@www.bank.example/"})
    void what_is_no_plain_web_address_is_refused(String bad) {
        assertThat(((Refused) call(open, URI.create(bad), "www.bank.example")).why()).isEqualTo(Why.BAD_ADDRESS);
    }

    @Test
    void a_sign_in_does_not_go_along_to_another_host() {
        site.redirect("/away", other.at("/page").toString());
        other.page("/page", "there");
        EgressOutcome outcome = open.call(EgressCall.get(
                site.at("/away"), Map.of("Authorization", "Bearer x", "Accept", "text/html"),
                AllowedHosts.of(Set.of(site.host(), other.host())), Duration.ofSeconds(10), 1_000));
        assertThat(outcome).isInstanceOf(Answered.class);
        assertThat(site.asked().getFirst().seen()).containsEntry("authorization", "Bearer x");
        assertThat(other.asked().getFirst().seen()).doesNotContainKey("authorization").containsEntry("accept", "text/html");
    }

    @Test
    void a_loop_of_redirects_ends() {
        site.redirect("/a", "/b").redirect("/b", "/a");
        assertThat(((Failed) call(open, site.at("/a"), site.host())).fault()).isEqualTo(Fault.TOO_MANY_REDIRECTS);
    }

    @Test
    void a_huge_answer_is_cut_off_and_a_slow_one_given_up() {
        site.page("/huge", "x".repeat(100_000));
        assertThat(((Failed) call(open, site.at("/huge"), site.host())).fault()).isEqualTo(Fault.TOO_LARGE);
        site.page("/slow", "never");
        EgressOutcome slow = open.call(EgressCall.get(
                site.at("/slow"), Map.of(), AllowedHosts.of(site.at("/")), Duration.ofMillis(300), 1_000));
        assertThat(((Failed) slow).fault()).isEqualTo(Fault.TOO_SLOW);
    }

    @Test
    void a_star_allows_what_is_below_a_name_and_nothing_beside_it() {
        AllowedHosts hosts = AllowedHosts.of(Set.of("*.bank.example"));
        assertThat(hosts.allow(URI.create("https://help.bank.example/a"))).isTrue();
        assertThat(hosts.allow(URI.create("https://help.bank.example:8443/a"))).isFalse();
        assertThat(hosts.allow(URI.create("https://evilbank.example/a"))).isFalse();
        assertThat(hosts.allow(URI.create("https://bank.example.evil.example/a"))).isFalse();
    }

    private static EgressOutcome call(GuardedClient client, URI address, String... hosts) {
        return client.call(EgressCall.get(
                address, Map.of(), AllowedHosts.of(Set.of(hosts)), Duration.ofSeconds(10), 10_000));
    }
}
