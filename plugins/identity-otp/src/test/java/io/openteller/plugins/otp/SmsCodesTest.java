package io.openteller.plugins.otp;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.Outcome;
import io.openteller.spi.identity.OneTimeCode;
import io.openteller.spi.identity.OneTimeCode.Check;
import io.openteller.spi.identity.OneTimeCode.Sent;
import io.openteller.testkit.OneTimeCodeContract;
import io.openteller.testkit.TestCall;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SmsCodesTest extends OneTimeCodeContract {

    private final Gateway gateway = new Gateway();

    @AfterEach
    void stop() {
        gateway.close();
        restart();
    }

    @Override
    protected OneTimeCode codes() {
        return new SmsCodes();
    }

    @Override
    protected List<String> arrived() {
        return gateway.codes();
    }

    @Override
    protected void delivery(boolean outOfOrder) {
        gateway.outOfOrder = outOfOrder;
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("smsGatewayUrl", gateway.url(), "smsGatewayKey", Gateway.KEY, "dataFolder", folder.toString());
    }

    @Override
    protected void restart() {
        CodeStore.closeAll();
    }

    @Test
    void a_code_holds_for_five_minutes() {
        Sent sent = done(codes().send(call(), "customer-1", MOBILE));
        OneTimeCode later = new SmsCodes(Clock.offset(Clock.systemUTC(), SmsCodes.HOLDS));
        OneTimeCode justBefore =
                new SmsCodes(Clock.offset(Clock.systemUTC(), SmsCodes.HOLDS.minus(Duration.ofSeconds(30))));
        String code = arrived().getLast();
        assertThat(later.verify(call(), sent.challengeId(), code))
                .isInstanceOfSatisfying(Outcome.Done.class, done -> assertThat(done.value())
                        .isEqualTo(new Check.Expired()));
        assertThat(justBefore.verify(call(), sent.challengeId(), code))
                .isInstanceOfSatisfying(Outcome.Done.class, done -> assertThat(done.value())
                        .isEqualTo(new Check.Verified()));
    }

    @Test
    void the_gateway_is_told_the_number_the_text_and_the_bank() {
        done(codes().send(call(), "customer-1", MOBILE));
        assertThat(gateway.bodies.getFirst())
                .contains("\"to\":\"" + MOBILE + "\"", "\"bank\":\"" + bank + "\"", "is your code");
    }

    @Test
    void a_gateway_that_does_not_know_the_key_is_unavailable_and_the_key_is_not_told() {
        Map<String, String> settings = new HashMap<>(settings());
        settings.put("smsGatewayKey", "some-other-gateway-key");
        Outcome<Sent> outcome = codes().send(
                new TestCall(bank, "c-1", Instant.now().plusSeconds(60), settings), "customer-1", MOBILE);
        assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
        assertThat(outcome.toString()).contains("401").doesNotContain("some-other-gateway-key");
    }

    @Test
    void the_code_itself_is_nowhere_on_disk() throws Exception {
        done(codes().send(call(), "customer-1", MOBILE));
        String code = arrived().getLast();
        restart();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).toList()).isNotEmpty().allSatisfy(file -> assertThat(
                            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .doesNotContain(code));
        }
    }
}
