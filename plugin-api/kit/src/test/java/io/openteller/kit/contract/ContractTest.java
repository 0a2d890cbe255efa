package io.openteller.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.host.Mode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A plugin that is as it should be passes every check; one planted mistake, and the check that is about it fails. */
class ContractTest {

    @TempDir
    Path folder;

    private List<String> faults(Probe probe, Check check) throws Exception {
        return probe.on(check, folder, Mode.IN_PROCESS).faults();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void a_good_plugin_passes_all_of_it(Mode mode) throws Exception {
        List<Finding> told = new ArrayList<>();
        List<Finding> findings = Contract.with(folder.resolve("none.json"))
                .hold(Probe.good().packed(folder), mode, told::add);
        assertThat(findings).isEqualTo(told).hasSize(11).allMatch(Finding::passed);
    }

    @Test
    void a_library_that_was_not_packed() throws Exception {
        Probe probe = Probe.good().with("static void log() { new com.fasterxml.jackson.databind.ObjectMapper(); }");
        assertThat(MissingClasses.in(probe.packed(folder)).faults())
                .singleElement()
                .asString()
                .contains("com.fasterxml.jackson.databind.ObjectMapper");
    }

    @Test
    void a_way_out_of_its_own() throws Exception {
        Probe probe = Probe.good().with("static void call() throws Exception { new java.net.Socket(\"h\", 1).close(); }");
        assertThat(MissingClasses.in(probe.packed(folder)).faults())
                .singleElement()
                .asString()
                .contains("java.net.Socket");
    }

    @Test
    void a_secret_that_everybody_sees() throws Exception {
        Probe probe = Probe.good()
                .settings("@Setting(title = \"Address\") String baseUrl, @Setting(title = \"Key\") String apiKey");
        assertThat(faults(probe, new SchemaCheck())).singleElement().asString().contains("apiKey", "secret");
    }

    @Test
    void an_exception_instead_of_a_result() throws Exception {
        Probe probe = Probe.good().blocking("throw new IllegalStateException(\"status \" + status);");
        assertThat(faults(probe, new FaultsCheck()))
                .anySatisfy(fault -> assertThat(fault).contains("CardControl.block", "threw", "status 503"));
    }

    @Test
    void success_whatever_the_bank_says() throws Exception {
        Probe probe =
                Probe.good().blocking("return Outcome.done(new Blocking(cardRef, Instant.EPOCH, status == 0), Instant.now());");
        assertThat(faults(probe, new FaultsCheck()))
                .anySatisfy(fault -> assertThat(fault).contains("says", "Blocking", "answers 503"))
                .anySatisfy(fault -> assertThat(fault).contains("page for people"));
    }

    @Test
    void a_host_that_nobody_named() throws Exception {
        Probe probe = Probe.good()
                .with("static HttpRequest home(String text) { return HttpRequest.get(URI.create(\"http://elsewhere.example/\" + text)); }")
                .asking("try { context.http().call(home(\"x\")).close(); } catch (IOException declined) { cardRef = \"x\"; }"
                        + " status = 503; body = \"\";");
        assertThat(faults(probe, new FaultsCheck()))
                .anySatisfy(fault -> assertThat(fault).contains("elsewhere.example"));
    }

    @Test
    void settings_that_are_taken_for_granted() throws Exception {
        Probe probe = Probe.good()
                .with("@Override public String toString() { return \"probe\"; } static void need(Object one) { one.hashCode(); }")
                .settings("@Setting(title = \"Address\") @org.jspecify.annotations.Nullable String baseUrl,"
                        + " @Setting(title = \"Key\", secret = true) @org.jspecify.annotations.Nullable String apiKey")
                .asking("need(own.apiKey()); status = 503; body = \"\";");
        assertThat(faults(probe, new UnsetCheck())).singleElement().asString().contains("block", "NullPointerException");
    }

    @Test
    void one_more_try_after_the_deadline() throws Exception {
        Probe probe = Probe.good().asking("""
                status = 503;
                body = "";
                for (int i = 0; i < 40; i++) {
                    try (HttpAnswer answer = context.http().call(request)) {
                        answer.body().readAllBytes();
                    } catch (IOException again) {
                        try { Thread.sleep(200); } catch (InterruptedException ignored) { status = 0; }
                    }
                }""");
        assertThat(faults(probe, new DeadlineCheck())).anySatisfy(fault -> assertThat(fault).contains("deadline"));
    }

    @Test
    void an_interrupt_that_is_not_heard() throws Exception {
        Probe probe = Probe.good().asking("""
                status = 503;
                body = "";
                try (HttpAnswer answer = context.http().call(request)) {
                    answer.body().readAllBytes();
                } catch (IOException again) {
                    Instant end = Instant.now().plusSeconds(5);
                    while (Instant.now().isBefore(end)) { Thread.onSpinWait(); }
                }""");
        assertThat(faults(probe, new CancellationCheck())).singleElement().asString().contains("caller had gone");
    }

    @Test
    void another_result_for_the_same_call() throws Exception {
        Probe probe = Probe.good()
                .blocking("return Outcome.done(new Blocking(UUID.randomUUID().toString() + status + body.length(), Instant.EPOCH,"
                        + " false), Instant.now());");
        assertThat(faults(probe, new IdempotencyCheck())).singleElement().asString().contains("again");
    }

    @Test
    void a_key_that_is_new_every_time_or_always_the_same() throws Exception {
        Probe random = Probe.good().asking("request = request.withHeader(\"X-Once\", UUID.randomUUID().toString());" + Probe.good().ask());
        assertThat(faults(random, new IdempotencyCheck())).anySatisfy(fault -> assertThat(fault).contains("something else"));
    }

    @Test
    void nothing_that_tells_a_repeated_call_from_a_new_one() throws Exception {
        Probe same = Probe.good().asking("request = HttpRequest.postJson(request.address(), \"{}\");" + Probe.good().ask());
        assertThat(faults(same, new IdempotencyCheck())).singleElement().asString().contains("repeated call from a new one");
    }

    @Test
    void what_the_first_bank_set_for_all_of_them() throws Exception {
        Probe probe = Probe.good()
                .with("static Own first;")
                .asking("first = first == null ? own : first; request = HttpRequest.postJson("
                        + "URI.create(own.baseUrl() + \"/blocks\"), \"{}\").withHeader(\"Authorization\", first.apiKey());"
                        + Probe.good().ask());
        assertThat(faults(probe, new TenantsCheck())).anySatisfy(fault -> assertThat(fault).contains("was sent something of"));
    }

    @Test
    void the_last_answer_for_whoever_asks_next() throws Exception {
        Probe probe = Probe.good()
                .with("static String last = \"\";")
                .asking(Probe.good().ask() + "String before = last; last = body;")
                .blocking("return Outcome.done(new Blocking(before + status, Instant.EPOCH, false), Instant.now());");
        assertThat(faults(probe, new TenantsCheck())).anySatisfy(fault -> assertThat(fault).contains("told"));
    }

    @Test
    void what_the_server_wrote_passed_on() throws Exception {
        Probe probe = Probe.good().blocking("return Outcome.unavailable(status + \": \" + body);");
        assertThat(faults(probe, new SecretsCheck())).singleElement().asString().contains("secret", "result");
    }

    @Test
    void settings_in_an_exception() throws Exception {
        Probe probe = Probe.good().blocking("throw new IllegalStateException(own + body + status);");
        assertThat(faults(probe, new SecretsCheck())).singleElement().asString().contains("secret", "exception");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void settings_on_the_screen(Mode mode) throws Exception {
        Probe probe = Probe.good().asking("System.out.println(\"calling with \" + own);" + Probe.good().ask());
        assertThat(probe.on(new SecretsCheck(), folder, mode).faults()).contains("a secret was printed or logged");
    }

    @Test
    void a_thread_that_stays() throws Exception {
        Probe probe = Probe.good().with("""
                static {
                    Thread stays = new Thread(() -> {
                        while (true) { try { Thread.sleep(1000); } catch (InterruptedException never) { Thread.yield(); } }
                    }, "stays-for-ever");
                    stays.setDaemon(true);
                    stays.start();
                }""");
        List<Finding> findings =
                Contract.with(folder.resolve("none.json")).hold(probe.packed(folder), Mode.IN_PROCESS, told -> {});
        assertThat(findings.getLast().faults())
                .anySatisfy(fault -> assertThat(fault).contains("stays-for-ever"))
                .anySatisfy(fault -> assertThat(fault).contains("classes stay"));
    }
}
