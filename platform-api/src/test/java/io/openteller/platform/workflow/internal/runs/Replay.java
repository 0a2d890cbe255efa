package io.openteller.platform.workflow.internal.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.ApplicationContext;
import io.openteller.platform.conversation.Assurance;
import io.openteller.platform.procedure.Procedures;
import io.openteller.platform.workflow.Customer;
import io.openteller.platform.workflow.Heard;
import io.openteller.procedures.machine.Event;
import io.openteller.procedures.machine.RunState;
import io.openteller.procedures.machine.RunStates;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Does a run again from the events that are stored, without any bank. */
final class Replay {

    private Replay() {}

    /** @return the state that it comes to, as it is kept */
    static String of(Chat chat, ApplicationContext platform) {
        UUID id = UUID.fromString(chat.one("SELECT id::text FROM workflow_run"));
        List<String> events = chat.all("SELECT event::text FROM workflow_event ORDER BY seq");
        return chat.in(() -> {
            Course course = platform.getBean(Course.class);
            JsonNode started = tree(events.getFirst());
            var published = platform.getBean(Procedures.class)
                    .version(started.path("procedure").textValue(), started.path("version").intValue())
                    .orElseThrow();
            Customer customer = new Customer(
                    chat.id(),
                    id,
                    "C-1",
                    Assurance.valueOf(started.path("assurance").textValue()),
                    started.path("language").textValue());
            Heard heard = new Heard(started.path("message").textValue(), "", 0, false, false);
            RunState state = course.start(
                            id, published, customer, heard, started.path("inputs") instanceof ObjectNode given ? given : Written.object(), Instant.parse(started.path("at").textValue()))
                    .state();
            for (String event : events.subList(1, events.size())) {
                state = course.on(state, Written.read(event, Event.class)).state();
            }
            return RunStates.write(state);
        });
    }

    private static JsonNode tree(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
