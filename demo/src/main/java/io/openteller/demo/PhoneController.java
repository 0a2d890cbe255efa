package io.openteller.demo;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The demo's text message gateway, and the phone that shows what it and the bank would have sent. */
@Controller("/demo")
class PhoneController {

    private final DemoPhone phone;
    private final DemoBanks banks;
    private final BankTexts texts;
    private final GatewayKey key;

    PhoneController(DemoPhone phone, DemoBanks banks, BankTexts texts, GatewayKey key) {
        this.phone = phone;
        this.banks = banks;
        this.texts = texts;
        this.key = key;
    }

    @Serdeable
    record Outgoing(String to, String text, String bank) {}

    @Post("/sms")
    HttpResponse<?> send(@Body Outgoing message, @Nullable @Header(HttpHeaders.AUTHORIZATION) String authorization) {
        byte[] expected = ("Bearer " + key.value()).getBytes(StandardCharsets.UTF_8);
        byte[] given = (authorization == null ? "" : authorization).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, given)) {
            return HttpResponse.unauthorized();
        }
        phone.receive(message.bank(), message.to(), message.text());
        return HttpResponse.accepted();
    }

    /** Codes from the gateway and what the bank sends itself, the newest first. */
    @Get("/{bank}/phone")
    @ExecuteOn(TaskExecutors.BLOCKING)
    List<DemoPhone.TextMessage> messages(String bank) {
        return banks.find(bank).stream()
                .flatMap(known -> Stream.concat(phone.of(known.slug()).stream(), texts.of(known).stream()))
                .sorted(Comparator.comparing(DemoPhone.TextMessage::at).reversed())
                .limit(DemoPhone.KEPT)
                .toList();
    }
}
