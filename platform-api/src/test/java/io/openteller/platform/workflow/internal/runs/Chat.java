package io.openteller.platform.workflow.internal.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.context.ApplicationContext;
import io.openteller.platform.conversation.Author;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.CustomerMark;
import io.openteller.platform.conversation.Message;
import io.openteller.platform.conversation.Opening;
import io.openteller.platform.conversation.StepTaken;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import io.openteller.platform.tenancy.internal.Tenancies;
import io.openteller.platform.turn.Turns;
import io.openteller.platform.workflow.Steps;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** A signed-in customer in one conversation with a bank of its own. What waits is answered on this thread. */
record Chat(ApplicationContext platform, Tenant bank, UUID id) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TenantDatabase DATABASE = Tenancies.pooled();

    static Chat open(ApplicationContext platform) {
        String slug = "r" + UUID.randomUUID().toString().substring(0, 12);
        return open(platform, platform.getBean(Tenants.class).register(new TenantSlug(slug), slug, "INR"));
    }

    static Chat open(ApplicationContext platform, Tenant bank) {
        return open(platform, bank, "C-1");
    }

    static Chat open(ApplicationContext platform, Tenant bank, String customer) {
        UUID id = CurrentTenant.call(bank, () -> platform.getBean(Conversations.class)
                .open(new Opening("WIDGET", customer, "Asha", "en", "Hello, I am an AI.")));
        return new Chat(platform, bank, id);
    }

    Chat on(ApplicationContext other) {
        return new Chat(other, bank, id);
    }

    <T> T in(Supplier<T> work) {
        return CurrentTenant.call(bank, work::get);
    }

    /** @return what the assistant answered */
    String says(String text) {
        accepted(text);
        answered();
        return told();
    }

    void accepted(String text) {
        in(() -> platform.getBean(Turns.class).accept(id, UUID.randomUUID().toString(), text));
    }

    void answered() {
        in(() -> {
            Turns turns = platform.getBean(Turns.class);
            boolean more = true;
            while (more) {
                more = turns.answerNext();
            }
            return true;
        });
    }

    /** Leads on whatever is due at this bank, and lets it be told. */
    void timePasses() {
        in(() -> {
            RunWork work = platform.getBean(RunWork.class);
            boolean more = true;
            while (more) {
                more = work.next();
            }
            return true;
        });
        answered();
    }

    /** As if a code had just been entered. */
    Chat proven() {
        in(() -> {
            platform.getBean(Conversations.class).mark(id, new CustomerMark.SteppedUp(Duration.ofMinutes(15)));
            return true;
        });
        return this;
    }

    String entersTheCode() {
        UUID step = UUID.fromString(card("OTP").path("challengeId").textValue());
        in(() -> platform.getBean(Steps.class).enterCode(id, step, FolderBank.CODE));
        return goesOn(step, StepTaken.State.DONE);
    }

    /** What became of it; goes on if the conversation does. @param right what is taken where it can be chosen */
    Steps.CodeResult answersQuestions(List<String> right) {
        JsonNode card = card("QUESTIONS");
        UUID step = UUID.fromString(card.path("challengeId").textValue());
        List<Steps.Answer> answers = card.path("questions").valueStream()
                .map(one -> new Steps.Answer(
                        one.path("id").textValue(),
                        one.path("choices").valueStream()
                                .map(JsonNode::textValue)
                                .filter(right::contains)
                                .findFirst()
                                .orElse("none of these")))
                .toList();
        Steps.CodeResult result = in(() -> platform.getBean(Steps.class).answer(id, step, answers));
        if (result.goesOn()) {
            boolean verified = result.result() == Steps.CodeResult.Kind.VERIFIED;
            goesOn(step, verified ? StepTaken.State.DONE : StepTaken.State.DECLINED);
        }
        return result;
    }

    String confirms(boolean accepted) {
        return answers(UUID.fromString(card("CONFIRM").path("actionId").textValue()), accepted);
    }

    String answers(UUID step, boolean accepted) {
        in(() -> platform.getBean(Steps.class).confirm(id, step, accepted));
        return goesOn(step, accepted ? StepTaken.State.DONE : StepTaken.State.DECLINED);
    }

    void confirmsUnanswered() {
        UUID step = UUID.fromString(card("CONFIRM").path("actionId").textValue());
        in(() -> platform.getBean(Steps.class).confirm(id, step, true));
        in(() -> platform.getBean(Turns.class).goOn(id, new StepTaken(step, StepTaken.State.DONE, "You confirmed.")));
    }

    private String goesOn(UUID step, StepTaken.State state) {
        in(() -> platform.getBean(Turns.class).goOn(id, new StepTaken(step, state, "The customer took a step.")));
        answered();
        return told();
    }

    /** What the assistant said last. */
    String told() {
        return said().getLast().text();
    }

    List<Message> said() {
        return in(() -> platform.getBean(Conversations.class).messages(id, 0, 200)).stream()
                .filter(message -> message.author() == Author.ASSISTANT)
                .toList();
    }

    /** The card that came last. */
    JsonNode card(String kind) {
        return said().reversed().stream()
                .filter(message -> message.detailJson() != null)
                .map(message -> tree(String.valueOf(message.detailJson())).path("card"))
                .filter(card -> card.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " card; said: " + said().stream().map(Message::text).toList()));
    }

    String one(String query) {
        List<String> all = all(query);
        assertThat(all).as(query).hasSize(1);
        return all.getFirst();
    }

    List<String> all(String query) {
        return in(() -> DATABASE.inTransaction(
                sql -> sql.createQuery(query).mapTo(String.class).list()));
    }

    void change(String statement) {
        in(() -> DATABASE.inTransaction(sql -> sql.execute(statement)));
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
