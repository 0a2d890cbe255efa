package io.openteller.platform.workflow.internal.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.platform.identity.Identities;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.tenancy.CurrentTenant;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a program of the bank tells, from its request to what the customer reads. */
class EventsIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static ApplicationContext platform;
    private static URI address;

    private Chat chat;
    private String key;

    @BeforeAll
    static void start() {
        platform = RunPlatform.start(RunPlatform.newFolder());
        address = platform.getBean(EmbeddedServer.class).start().getURI();
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        platform.close();
    }

    @BeforeEach
    void a_customer_of_a_new_bank() {
        chat = Chat.open(platform);
        key = keyFor(Permission.EVENT_SEND);
    }

    @Test
    void a_procedure_that_waits_for_it_goes_on_and_tells() throws Exception {
        assertThat(chat.says("where is your nearest branch")).isEqualTo("I will tell you when they are here.");
        assertThat(sent("e-1", "C-1", "papers.lost", "{}").path("outcome").asText()).isEqualTo("NOTHING");
        assertThat(sent("e-2", "C-2", "papers.received", "{}").path("outcome").asText()).isEqualTo("NOTHING");
        JsonNode taken = sent("e-3", "C-1", "papers.received", "{}");
        assertThat(taken.path("outcome").asText()).isEqualTo("WOKEN");
        assertThat(taken.path("conversation").asText()).isEqualTo(chat.id().toString());
        chat.timePasses();
        assertThat(chat.told()).isEqualTo("Your papers are here.");
        assertThat(chat.one("SELECT status FROM workflow_run")).isEqualTo("FINISHED");
        assertThat(Replay.of(chat, platform)).isEqualTo(chat.one("SELECT state::text FROM workflow_run"));
    }

    @Test
    void the_procedure_that_names_it_begins_in_the_customers_conversation_with_what_came_along() throws Exception {
        assertThat(sent("e-1", "C-1", "card.expiring", "{\"days\": 5, \"card\": \"card-1\", \"other\": 1}").path("conversation").asText())
                .isEqualTo(chat.id().toString());
        chat.timePasses();
        assertThat(chat.told()).contains("Your card expires in 5 days.");
        assertThat(chat.one("SELECT event->>'inputs' FROM workflow_event WHERE seq = 0"))
                .as("nobody gives a reference")
                .isEqualTo("{\"days\":5}");
        assertThat(chat.says("renew my card")).isEqualTo("Noted.");
        assertThat(Replay.of(chat, platform)).isEqualTo(chat.one("SELECT state::text FROM workflow_run"));
    }

    @Test
    void whoever_is_not_in_a_conversation_gets_one() throws Exception {
        UUID there = UUID.fromString(sent("e-1", "C-9", "card.expiring", "{\"days\": 5}").path("conversation").asText());
        assertThat(there).isNotEqualTo(chat.id());
        Chat theirs = new Chat(platform, chat.bank(), there);
        theirs.timePasses();
        assertThat(theirs.said().getFirst().text()).contains("AI assistant of");
        assertThat(theirs.told()).contains("Your card expires in 5 days.");
    }

    @Test
    void what_is_asked_at_the_moment_is_taken_up_again_and_what_is_confirmed_is_not_disturbed() throws Exception {
        chat.says("block my card");
        String confirming = sent("e-1", "C-1", "card.expiring", "{\"days\": 5}").path("conversation").asText();
        assertThat(confirming).as("a code is waited for").isNotEqualTo(chat.id().toString());
        chat.entersTheCode();
        chat.change("UPDATE conversation SET owner = 'CLOSED' WHERE id <> '" + chat.id() + "'");
        assertThat(sent("e-2", "C-1", "card.expiring", "{\"days\": 4}").path("conversation").asText())
                .isEqualTo(chat.id().toString());
        chat.timePasses();
        assertThat(chat.told()).contains("Your card expires in 4 days.");
        assertThat(chat.says("renew my card")).contains("Noted.", "Which of your cards");
    }

    @Test
    void as_often_as_it_is_sent_it_happens_once() throws Exception {
        JsonNode first = sent("e-1", "C-1", "card.expiring", "{\"days\": 5}");
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var again = IntStream.range(0, 8)
                    .mapToObj(one -> senders.submit(() -> sent("e-1", "C-1", "card.expiring", "{\"days\": 5}")))
                    .toList();
            for (var one : again) {
                assertThat(one.get()).isEqualTo(first);
            }
        }
        chat.timePasses();
        assertThat(chat.all("SELECT id::text FROM workflow_run")).hasSize(1);
        assertThat(post(key, "e-1", "C-1", "card.expiring", "{\"days\": 6}").statusCode()).isEqualTo(400);
    }

    @Test
    void only_a_program_that_may_sends_events_and_no_bank_anothers() throws Exception {
        assertThat(post(keyFor(Permission.CONVERSATION_WORK), "e-1", "C-1", "card.expiring", "{}").statusCode()).isEqualTo(403);
        assertThat(post("otk_nobody", "e-1", "C-1", "card.expiring", "{}").statusCode()).isEqualTo(401);
        assertThat(post(key, "e 1", "C-1", "card.expiring", "{}").statusCode()).isEqualTo(400);
        chat.says("where is your nearest branch");
        Chat other = Chat.open(platform);
        String stranger = CurrentTenant.call(other.bank(), () -> platform.getBean(Identities.class)
                .issueApiKey("stranger", EnumSet.of(Permission.EVENT_SEND)));
        post(stranger, "e-1", "C-1", "papers.received", "{}");
        chat.timePasses();
        assertThat(chat.one("SELECT waiting FROM workflow_run")).isEqualTo("EVENT");
        assertThat(chat.all("SELECT key FROM workflow_happening")).isEmpty();
    }

    private String keyFor(Permission permission) {
        return chat.in(() -> platform.getBean(Identities.class)
                .issueApiKey("k" + UUID.randomUUID(), EnumSet.of(permission)));
    }

    private JsonNode sent(String name, String customer, String event, String data) throws Exception {
        HttpResponse<String> answer = post(key, name, customer, event, data);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return new JsonMapper().readTree(answer.body());
    }

    private static HttpResponse<String> post(String key, String name, String customer, String event, String data) throws Exception {
        String body = "{\"key\": \"" + name + "\", \"customer\": \"" + customer + "\", \"event\": \"" + event + "\", \"data\": "
                + data + "}";
        return CLIENT.send(
                HttpRequest.newBuilder(address.resolve("/api/v1/events"))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
