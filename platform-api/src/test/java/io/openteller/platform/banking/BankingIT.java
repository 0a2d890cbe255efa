package io.openteller.platform.banking;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.openteller.platform.plugin.BuiltPlugins;
import io.openteller.platform.plugin.PluginPlatform;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.spi.Capability.Assurance;
import io.openteller.spi.Money;
import io.openteller.spi.banking.AccountReader.Account;
import io.openteller.spi.identity.OneTimeCode.Check;
import io.openteller.spi.identity.OneTimeCode.Sent;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The typed interfaces of the built sandbox and code plugins, on a real database. */
class BankingIT {

    private static final String CUSTOMER = "MB-1001";
    private static final Caller KNOWN = new Caller(CUSTOMER, Assurance.IDENTIFIED);
    private static final Caller SURE = new Caller(CUSTOMER, Assurance.STEPPED_UP);
    private static final BlockingQueue<String> PHONE = new LinkedBlockingQueue<>();

    @TempDir
    static Path folder;

    private static PluginPlatform platform;
    private static HttpServer gateway;
    private static Tenant bank;

    @BeforeAll
    static void a_bank_with_both_plugins() throws Exception {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", exchange -> {
            PHONE.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        gateway.start();
        BuiltPlugins.copiedTo(folder.resolve("plugins"), "banking-sandbox");
        BuiltPlugins.copiedTo(folder.resolve("plugins"), "identity-otp");
        platform = new PluginPlatform(folder.resolve("data"), folder.resolve("plugins"));
        bank = platform.bank;
        sandbox(false);
        settings("identity-otp", "{\"smsGatewayUrl\": \"http://localhost:" + gateway.getAddress().getPort()
                + "/\", \"smsGatewayKey\": \"" + UUID.randomUUID() + "\", \"dataFolder\": \"" + folder + "\"}");
        assertThat(platform.enable("banking-sandbox").status()).isEqualTo(200);
        assertThat(platform.enable("identity-otp").status()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        platform.close();
        gateway.stop(0);
    }

    @BeforeEach
    void in_order() throws Exception {
        sandbox(false);
    }

    @Test
    void balances_need_a_caller_who_has_proven_who_they_are() {
        assertThat(accounts(new Caller(CUSTOMER, Assurance.ANONYMOUS))).isInstanceOf(BankResult.NeedsStepUp.class);
        assertThat(accounts(KNOWN)).isInstanceOf(BankResult.NeedsStepUp.class);
        BankResult.Done<List<Account>> done = done(accounts(SURE));
        assertThat(done.value()).isNotEmpty().extracting(Account::balance).extracting(Money::currency).containsOnly("INR");
        assertThat(done.plugin()).isEqualTo("banking-sandbox");
        assertThat(done.asOf()).isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
    }

    @Test
    void a_bank_that_is_down_is_unavailable_with_its_cause() throws Exception {
        sandbox(true);
        assertThat(accounts(SURE)).isInstanceOfSatisfying(BankResult.Unavailable.class, down -> assertThat(down.cause())
                .contains("out of order"));
    }

    @Test
    void a_bank_without_plugins_is_unavailable_and_not_an_error() {
        assertThat(CurrentTenant.call(platform.another(), () -> book().accounts(SURE)))
                .isInstanceOfSatisfying(BankResult.Unavailable.class, down -> assertThat(down.cause())
                        .contains("no plugin is enabled for AccountReader"));
    }

    @Test
    void a_code_goes_to_the_phone_on_record_and_is_right_once() throws Exception {
        PHONE.clear();
        Sent sent = done(inBank(() -> codes().send(KNOWN, UUID.randomUUID().toString()))).value();
        String text = PHONE.poll(5, TimeUnit.SECONDS);
        assertThat(text).isNotNull().contains("\"to\":\"+91");
        String code = text.replaceFirst("(?s).*\"text\":\"(\\d{6}).*", "$1");
        String wrong = code.equals("111111") ? "222222" : "111111";
        assertThat(done(inBank(() -> codes().verify(KNOWN, sent.challengeId(), wrong))).value())
                .isEqualTo(new Check.Wrong(4));
        assertThat(done(inBank(() -> codes().verify(KNOWN, sent.challengeId(), code))).value())
                .isEqualTo(new Check.Verified());
        assertThat(inBank(() -> codes().send(new Caller(CUSTOMER, Assurance.ANONYMOUS), "c-1")))
                .isInstanceOf(BankResult.NeedsStepUp.class);
    }

    private static BankResult<List<Account>> accounts(Caller caller) {
        return inBank(() -> book().accounts(caller));
    }

    private static AccountBook book() {
        return platform.bean(AccountBook.class);
    }

    private static Codes codes() {
        return platform.bean(Codes.class);
    }

    private static <T> T inBank(ScopedValue.CallableOp<T, RuntimeException> work) {
        return CurrentTenant.call(bank, work);
    }

    @SuppressWarnings("unchecked") // the assertion before it is the check
    private static <T> BankResult.Done<T> done(BankResult<T> result) {
        assertThat(result).isInstanceOf(BankResult.Done.class);
        return (BankResult.Done<T>) result;
    }

    private static void sandbox(boolean outage) throws Exception {
        settings(
                "banking-sandbox",
                "{\"dataset\": \"meridian\", \"dataFolder\": \"" + folder + "\", \"outage\": " + outage + "}");
    }

    private static void settings(String plugin, String settings) throws Exception {
        assertThat(platform.configure(plugin, settings).status()).isEqualTo(200);
    }
}
