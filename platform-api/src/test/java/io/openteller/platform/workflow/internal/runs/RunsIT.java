package io.openteller.platform.workflow.internal.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.openteller.platform.banking.internal.intent.Finders;
import io.openteller.platform.conversation.Assurance;
import io.openteller.platform.turn.Turns;
import io.openteller.platform.workflow.Customer;
import io.openteller.platform.workflow.Heard;
import io.openteller.platform.workflow.Runs;
import io.openteller.platform.workflow.internal.runs.FolderBank.Fault;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Procedures in conversations, from the message that begins one to what the bank's books say at the end. */
class RunsIT {

    private static ApplicationContext platform;
    private static FolderBank books;

    private Chat chat;

    @BeforeAll
    static void start() {
        platform = RunPlatform.start(RunPlatform.newFolder());
        books = platform.getBean(FolderBank.class);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void a_customer_of_a_new_bank() {
        books.fault(Fault.NONE);
        chat = Chat.open(platform);
    }

    @Test
    void a_card_is_blocked_after_the_code_the_choice_and_the_yes() {
        assertThat(chat.says("block my card")).contains("6-digit code");
        assertThat(chat.entersTheCode()).contains("Which of your cards", "RuPay card ending 4821");
        chat.says("the one ending 4821");
        assertThat(chat.card("CONFIRM").path("lines").toString()).contains("4821");
        assertThat(effects()).isEmpty();
        assertThat(chat.confirms(true)).contains("Your card was blocked at");
        assertThat(effects()).hasSize(1);
        assertThat(chat.one("SELECT status FROM workflow_run")).isEqualTo("FINISHED");
    }

    @Test
    void the_decision_names_procedure_version_path_and_operations() {
        untilTheCard();
        chat.confirms(true);
        String decision = chat.all("SELECT record::text FROM decision ORDER BY created_at").getLast();
        assertThat(decision)
                .contains("procedure block-card version 1", "block-card/block → block-card/done", "cards.block/v1", "PASS");
    }

    @Test
    void who_declines_changes_nothing() {
        untilTheCard();
        assertThat(chat.confirms(false)).isEqualTo("Nothing was changed.");
        assertThat(effects()).isEmpty();
    }

    @Test
    void a_card_that_was_shown_before_is_not_answered_any_more() {
        untilTheCard();
        UUID old = UUID.fromString(chat.card("CONFIRM").path("actionId").textValue());
        chat.says("can you repeat that");
        assertThat(chat.card("CONFIRM").path("actionId").textValue()).isNotEqualTo(old.toString());
        chat.answers(old, true);
        assertThat(effects()).isEmpty();
        chat.confirms(true);
        assertThat(effects()).hasSize(1);
    }

    @Test
    void a_yes_in_words_counts_for_the_card() {
        untilTheCard();
        assertThat(chat.says("yes")).contains("Your card was blocked at");
        assertThat(effects()).hasSize(1);
    }

    @Test
    void a_yes_that_was_written_before_the_card_had_come_is_none() {
        chat.says("block my card");
        chat.entersTheCode();
        chat.accepted("the one ending 4821");
        chat.accepted("yes");
        chat.answered();
        assertThat(effects()).isEmpty();
        assertThat(chat.one("SELECT waiting FROM workflow_run")).isEqualTo("CONFIRMATION");
        assertThat(chat.says("yes")).contains("Your card was blocked at");
        assertThat(effects()).hasSize(1);
    }

    @Test
    void a_code_that_cannot_be_sent_is_no_failed_proof() {
        books.fault(Fault.DOWN);
        chat.says("block my card");
        assertThat(chat.all("SELECT event->>'kind' FROM workflow_event ORDER BY seq")).contains("Unproven").doesNotContain("Verified");
        assertThat(effects()).isEmpty();
    }

    @Test
    void who_cancels_is_told_so_though_the_procedure_knows_other_ways_to_stop() {
        chat.says("block my card");
        chat.entersTheCode();
        assertThat(chat.says("cancel")).contains("I have stopped");
        assertThat(chat.one("SELECT status FROM workflow_run")).isEqualTo("CANCELLED");
    }

    @Test
    void what_the_platform_says_itself_needs_no_source_in_hindi_either() {
        chat.says("मेरा कार्ड ब्लॉक करें");
        assertThat(chat.card("OTP").path("state").asText()).isEqualTo("OPEN");
        assertThat(chat.one("SELECT waiting FROM workflow_run")).isEqualTo("IDENTITY");
    }

    @Test
    void another_question_is_answered_and_the_procedure_asks_again() {
        chat.says("block my card");
        chat.entersTheCode();
        String answer = chat.says("what are your opening hours?");
        assertThat(answer).contains("Which of your cards");
        assertThat(chat.one("SELECT status FROM workflow_run")).isEqualTo("OPEN");
    }

    @Test
    void who_asks_for_a_person_gets_one_who_knows_how_far_it_went() {
        chat.says("block my card");
        chat.entersTheCode();
        chat.says("I want to talk to a person");
        assertThat(chat.one("SELECT status FROM workflow_run")).isEqualTo("HANDED_OVER");
        assertThat(chat.one("SELECT packet::text FROM escalation")).contains("block-card", "who → list → which");
    }

    @Test
    void what_the_bank_did_without_saying_so_is_found_out_and_told_once() {
        untilTheCard();
        books.fault(Fault.BOOKS_CLOSED);
        assertThat(chat.confirms(true)).contains("checking with the bank");
        assertThat(chat.one("SELECT todo->>'hold' FROM workflow_run")).isEqualTo("DOUBT");
        books.fault(Fault.SILENT);
        chat.change("UPDATE bank_intent SET look_at = clock_timestamp(), lease_until = NULL");
        chat.change("UPDATE workflow_run SET look_at = clock_timestamp()");
        chat.timePasses();
        assertThat(chat.told()).contains("Your card was blocked at");
        chat.timePasses();
        assertThat(effects()).hasSize(1);
        assertThat(chat.said().stream().filter(one -> one.text().contains("was blocked at"))).hasSize(1);
    }

    @Test
    void what_is_not_known_is_looked_for_whatever_the_customer_says_meanwhile() {
        untilTheCard();
        books.fault(Fault.BOOKS_CLOSED);
        chat.confirms(true);
        chat.says("hello?");
        assertThat(chat.one("SELECT todo->>'hold' FROM workflow_run")).isEqualTo("DOUBT");
        assertThat(chat.one("SELECT (look_at > clock_timestamp())::text FROM workflow_run")).isEqualTo("true");
    }

    @Test
    void a_worker_that_was_overtaken_does_not_take_the_message_that_began_a_run_for_an_answer() {
        chat.says("block my card");
        String before = chat.one("SELECT events || ' ' || waiting || ' ' || untold FROM workflow_run");
        UUID turn = UUID.fromString(chat.one("SELECT id::text FROM turn"));
        UUID talk = UUID.fromString(chat.one("SELECT id::text FROM conversation"));
        // As a worker does whose lease ran out, and who finds the run that the next one has begun from the same message.
        chat.in(() -> platform.getBean(Runs.class)
                .tell(
                        new Customer(talk, turn, "C-1", Assurance.IDENTIFIED, "en"),
                        new Heard("block my card", "block_card", 1, false, false)));
        assertThat(chat.one("SELECT events || ' ' || waiting || ' ' || untold FROM workflow_run")).isEqualTo(before);
    }

    @Test
    void what_a_colleague_found_to_be_done_is_not_waited_for_any_longer() {
        untilTheCard();
        books.fault(Fault.BOOKS_CLOSED);
        chat.confirms(true);
        for (int i = 0; i < 12; i++) {
            chat.change("UPDATE bank_intent SET look_at = clock_timestamp(), lease_until = NULL WHERE state = 'IN_DOUBT'");
            chat.change("UPDATE workflow_run SET look_at = clock_timestamp() WHERE status = 'OPEN'");
            chat.timePasses();
        }
        assertThat(chat.one("SELECT state FROM bank_intent")).isEqualTo("NEEDS_PERSON");
        assertThat(chat.one("SELECT todo->>'hold' FROM workflow_run WHERE status = 'OPEN'")).isEqualTo("DOUBT");
        Finders.named(platform, chat.bank(), "Anna")
                .finds(chat.one("SELECT call_id FROM bank_intent"), false, "it stands in the list of cards");
        chat.timePasses();
        assertThat(chat.told()).isEqualTo("A colleague from the card team goes on.");
        assertThat(chat.one("SELECT packet::text FROM escalation")).contains("found by a colleague to be done");
        assertThat(effects()).hasSize(1);
    }

    @Test
    void a_bank_that_does_not_answer_brings_a_person() {
        untilTheCard();
        books.fault(Fault.DOWN);
        chat.confirms(true);
        books.fault(Fault.NONE);
        for (int i = 0; i < 3; i++) {
            chat.change("UPDATE bank_intent SET look_at = clock_timestamp(), lease_until = NULL");
            chat.change("UPDATE workflow_run SET look_at = clock_timestamp() WHERE status = 'OPEN'");
            chat.timePasses();
        }
        assertThat(chat.one("SELECT status FROM workflow_run")).isEqualTo("HANDED_OVER");
        assertThat(effects()).isEmpty();
    }

    @Test
    void money_above_the_line_waits_for_a_colleague_and_is_told_when_it_went() {
        chat.says("I want my money back");
        chat.entersTheCode();
        assertThat(chat.confirms(true)).contains("A colleague has to agree");
        List<String> before = effects();
        chat.timePasses();
        assertThat(effects()).isEqualTo(before);
        chat.change("UPDATE bank_approval SET state = 'AGREED', decided_at = clock_timestamp()");
        chat.change("UPDATE workflow_run SET look_at = clock_timestamp()");
        chat.timePasses();
        assertThat(chat.told()).contains("₹4,500 was paid back", "RF-88120");
        assertThat(effects()).hasSize(before.size() + 1);
    }

    @Test
    void what_a_colleague_declines_is_not_done() {
        chat.says("I want my money back");
        chat.entersTheCode();
        chat.confirms(true);
        List<String> before = effects();
        chat.change("UPDATE bank_approval SET state = 'DECLINED', decided_at = clock_timestamp()");
        chat.change("UPDATE workflow_run SET look_at = clock_timestamp()");
        chat.timePasses();
        assertThat(chat.told()).isEqualTo("A colleague from payments goes on.");
        assertThat(effects()).isEqualTo(before);
    }

    @Test
    void a_colleague_is_asked_in_the_procedures_words_although_the_operation_has_no_line() {
        assertThat(chat.says("leave a note for the branch")).contains("A colleague has to agree");
        assertThat(chat.one("SELECT words FROM bank_approval")).startsWith("A note, because the customer was told so on");
        assertThat(effects()).isEmpty();
        chat.change("UPDATE bank_approval SET state = 'AGREED', decided_at = clock_timestamp()");
        chat.change("UPDATE workflow_run SET look_at = clock_timestamp()");
        chat.timePasses();
        assertThat(chat.told()).contains("A colleague agreed.", "The note is written.");
        assertThat(effects()).hasSize(1);
    }

    @Test
    void what_a_colleague_declines_without_a_line_is_not_done_either() {
        chat.says("leave a note for the branch");
        chat.change("UPDATE bank_approval SET state = 'DECLINED', decided_at = clock_timestamp()");
        chat.change("UPDATE workflow_run SET look_at = clock_timestamp()");
        chat.timePasses();
        assertThat(chat.told()).isEqualTo("No note was written.");
        assertThat(effects()).isEmpty();
    }

    @Test
    void a_timer_rings_by_the_clock_of_the_database_and_is_told() {
        assertThat(chat.says("what are your opening hours")).isEqualTo("I will write to you here.");
        chat.timePasses();
        assertThat(chat.told()).isEqualTo("I will write to you here.");
        chat.change("UPDATE workflow_timer SET due = clock_timestamp()");
        chat.change("UPDATE workflow_run SET look_at = clock_timestamp()");
        chat.timePasses();
        assertThat(chat.told()).isEqualTo("This is your reminder.");
        assertThat(chat.all("SELECT step FROM workflow_timer")).isEmpty();
        int told = chat.said().size();
        chat.timePasses();
        assertThat(chat.said()).hasSize(told);
    }

    @Test
    void what_a_process_had_led_to_its_end_and_did_not_live_to_tell_is_told_once() {
        untilTheCard();
        chat.confirms(false);
        // As a process leaves it that dies between the last step's commit and the turn that was to tell of it.
        chat.change("UPDATE workflow_run SET look_at = clock_timestamp(), lease_until = clock_timestamp(),"
                + " untold = '[{\"kind\": \"Said\", \"text\": \"I have stopped here.\", \"evidence\": []}]'");
        chat.timePasses();
        assertThat(chat.told()).isEqualTo("I have stopped here.");
        chat.change("UPDATE workflow_run SET look_at = clock_timestamp() WHERE look_at IS NOT NULL");
        chat.timePasses();
        assertThat(chat.said().stream().filter(one -> one.text().equals("I have stopped here."))).hasSize(1);
        assertThat(chat.one("SELECT (look_at IS NULL)::text FROM workflow_run")).isEqualTo("true");
    }

    @Test
    void a_conversation_keeps_its_version_when_another_is_published() {
        chat.says("block my card");
        platform.getBean(GivenProcedures.class).publish("block-card-reworded.yaml");
        assertThat(chat.entersTheCode()).contains("Which of your cards");
        Chat later = Chat.open(platform);
        later.says("block my card");
        assertThat(later.entersTheCode()).contains("Which card is it?");
        chat.says("the one ending 4821");
        assertThat(chat.confirms(true)).contains("Your card was blocked at");
        platform.getBean(GivenProcedures.class).publish("block-card.yaml");
    }

    @Test
    void no_bank_sees_anothers_runs() {
        chat.says("block my card");
        Chat other = Chat.open(platform);
        assertThat(other.all("SELECT id::text FROM workflow_run")).isEmpty();
        assertThat(other.all("SELECT seq::text FROM workflow_event")).isEmpty();
        Chat trespassing = new Chat(platform, other.bank(), chat.id());
        assertThat(trespassing.in(() -> platform.getBean(StoredRuns.class).underWay(chat.id()))).isEmpty();
        other.change("UPDATE workflow_run SET status = 'CANCELLED'");
        assertThat(chat.one("SELECT status FROM workflow_run")).isEqualTo("OPEN");
    }

    @Test
    void what_is_called_off_is_taken_back_as_soon_as_the_bank_can_be_asked_and_once() {
        chat.says("begin the yearly review");
        chat.entersTheCode();
        chat.says("mislaid it");
        chat.confirms(true);
        assertThat(chat.confirms(true)).contains("It is blocked.");
        List<String> done = effects();
        books.fault(Fault.BOOKS_CLOSED);
        assertThat(chat.says("cancel")).contains("checking with the bank");
        books.fault(Fault.NONE);
        for (int i = 0; i < 3; i++) {
            chat.change("UPDATE bank_intent SET look_at = clock_timestamp(), lease_until = NULL WHERE state = 'IN_DOUBT'");
            chat.change("UPDATE workflow_run SET look_at = clock_timestamp() WHERE status = 'OPEN'");
            chat.timePasses();
        }
        assertThat(chat.told()).contains("taken back", "“Block this card”", "I have stopped");
        assertThat(effects()).hasSize(done.size() + 2);
        assertThat(chat.one("SELECT status FROM workflow_run")).isEqualTo("CANCELLED");
        assertThat(chat.all("SELECT undone_by FROM bank_intent WHERE undone_by IS NOT NULL")).hasSize(2);
        assertThat(chat.all("SELECT attention FROM bank_intent WHERE attention IS NOT NULL")).isEmpty();
        assertThat(Replay.of(chat, platform)).isEqualTo(chat.one("SELECT state::text FROM workflow_run"));
    }

    @Test
    void what_is_being_taken_back_is_although_a_person_took_the_conversation() {
        chat.says("begin the yearly review");
        chat.entersTheCode();
        chat.says("mislaid it");
        chat.confirms(true);
        chat.confirms(true);
        books.fault(Fault.BOOKS_CLOSED);
        chat.says("cancel");
        books.fault(Fault.NONE);
        chat.in(() -> {
            platform.getBean(Turns.class).requestPerson(chat.id());
            return true;
        });
        for (int i = 0; i < 3; i++) {
            chat.change("UPDATE bank_intent SET look_at = clock_timestamp(), lease_until = NULL WHERE state = 'IN_DOUBT'");
            chat.change("UPDATE workflow_run SET look_at = clock_timestamp() WHERE status = 'OPEN'");
            chat.timePasses();
        }
        assertThat(chat.all("SELECT undone_by FROM bank_intent WHERE undone_by IS NOT NULL")).hasSize(2);
        assertThat(chat.one("SELECT status FROM workflow_run")).isEqualTo("CANCELLED");
    }

    @Test
    void a_run_is_replayed_from_its_events() {
        untilTheCard();
        chat.confirms(true);
        assertThat(Replay.of(chat, platform)).isEqualTo(chat.one("SELECT state::text FROM workflow_run"));
    }

    private void untilTheCard() {
        chat.says("block my card");
        chat.entersTheCode();
        chat.says("the one ending 4821");
    }

    private List<String> effects() {
        return books.effects(chat.bank().slug().value());
    }
}
