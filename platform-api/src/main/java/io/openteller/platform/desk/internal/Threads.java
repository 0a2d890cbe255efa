package io.openteller.platform.desk.internal;

import io.openteller.platform.conversation.Assurance;
import io.openteller.platform.conversation.Conversation;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.EventStreams;
import io.openteller.platform.conversation.Ownership;
import io.openteller.platform.conversation.OwnershipOutcome;
import io.openteller.platform.conversation.Person;
import io.openteller.platform.desk.Packet;
import io.openteller.platform.desk.Reason;
import io.openteller.platform.identity.CurrentStaff;
import io.openteller.platform.identity.Staff;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.wording.Phrase;
import io.openteller.platform.wording.Wording;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a person does with a conversation. Each change, its escalation and its notes commit together. */
@Singleton
class Threads {

    private static final int TRANSCRIPT = 1_000;

    private final Conversations conversations;
    private final Ownership ownership;
    private final EventStreams streams;
    private final EscalationSql escalations;
    private final NoteSql notes;
    private final Staff staff;
    private final Wording wording;
    private final TenantDatabase database;
    private final Clock clock;

    Threads(
            Conversations conversations,
            Ownership ownership,
            EventStreams streams,
            EscalationSql escalations,
            NoteSql notes,
            Staff staff,
            Wording wording,
            TenantDatabase database,
            Clock clock) {
        this.conversations = conversations;
        this.ownership = ownership;
        this.streams = streams;
        this.escalations = escalations;
        this.notes = notes;
        this.staff = staff;
        this.wording = wording;
        this.database = database;
        this.clock = clock;
    }

    ThreadView view(UUID id) {
        Conversation one = find(id);
        return new ThreadView(
                id,
                one.owner(),
                QueueItem.Assignee.of(one.agent()),
                one.version(),
                new ThreadView.Talker(
                        one.customerRef(),
                        QueueReader.name(one),
                        one.assurance() != Assurance.ANONYMOUS,
                        one.assurance(),
                        language(one)),
                escalations.latest(id).map(Escalation::packet).orElse(null),
                streams.views(conversations.messages(id, 0, TRANSCRIPT)),
                notes.of(id),
                one.csat());
    }

    ThreadView take(UUID id, long version) {
        Person me = me();
        String line = wording.say(Phrase.PERSON_JOINED, language(find(id)), me.name());
        return changed(id, () -> ownership.take(id, me, version, line), () -> {});
    }

    ThreadView release(UUID id, long version) {
        String line = wording.say(Phrase.PERSON_RELEASED, language(find(id)));
        return changed(id, () -> ownership.release(id, me(), version, line), () -> escalations.end(id));
    }

    ThreadView resolve(UUID id, long version, @Nullable String note) {
        String line = wording.say(Phrase.PERSON_CLOSED, language(find(id)));
        return changed(id, () -> ownership.close(id, me(), version, line), () -> {
            escalations.end(id);
            if (note != null) {
                notes.add(id, me(), note);
            }
        });
    }

    ThreadView transfer(UUID id, long version, @Nullable UUID to, String reason) {
        Person colleague = to == null ? null : colleague(to);
        Conversation one = find(id);
        String line = wording.say(Phrase.PERSON_TRANSFERRED, language(one));
        Packet packet = escalations.latest(id).map(Escalation::packet).orElseGet(() -> transferred(one, reason));
        return changed(id, () -> ownership.transfer(id, me(), colleague, version, line), () -> {
            escalations.request(id, Reason.TRANSFER, packet);
            notes.add(id, me(), reason);
        });
    }

    long say(UUID id, String clientMessageId, String text) {
        return switch (ownership.say(id, me(), clientMessageId, text)) {
            case OwnershipOutcome.Done(long seq) -> seq;
            case OwnershipOutcome.Unchanged() -> throw new IllegalStateException("saying something always changes");
            case OwnershipOutcome.Conflict conflict -> throw new ProblemException(ErrorCode.NOT_YOURS, holder(conflict));
            case OwnershipOutcome.Closed() -> throw new ProblemException(ErrorCode.CONVERSATION_CLOSED);
            case OwnershipOutcome.Unknown() -> throw new ProblemException(ErrorCode.NOT_FOUND);
        };
    }

    NoteSql.Note note(UUID id, String text) {
        find(id);
        return notes.add(id, me(), text);
    }

    private ThreadView changed(UUID id, Supplier<OwnershipOutcome> change, Runnable then) {
        database.inTransaction(sql -> {
            OwnershipOutcome outcome = change.get();
            switch (outcome) {
                case OwnershipOutcome.Done done -> then.run();
                case OwnershipOutcome.Unchanged unchanged -> {}
                case OwnershipOutcome.Conflict conflict ->
                    throw new ProblemException(ErrorCode.CONVERSATION_TAKEN, holder(conflict));
                case OwnershipOutcome.Closed closed -> throw new ProblemException(ErrorCode.CONVERSATION_CLOSED);
                case OwnershipOutcome.Unknown unknown -> throw new ProblemException(ErrorCode.NOT_FOUND);
            }
            return outcome;
        });
        return view(id);
    }

    private static String holder(OwnershipOutcome.Conflict conflict) {
        Person holder = conflict.holder();
        return holder == null ? "It changed since you saw it" : holder.name() + " has it";
    }

    private Packet transferred(Conversation one, String reason) {
        return new Packet(
                reason,
                Reason.TRANSFER,
                one.intent(),
                one.confidence(),
                one.customerRef() == null ? "Not identified" : "Signed in as " + one.customerRef(),
                language(one),
                "CALM",
                List.of(),
                List.of(),
                List.of(),
                clock.instant());
    }

    private Person colleague(UUID id) {
        return staff.active().stream()
                .filter(member -> member.id().equals(id))
                .findFirst()
                .map(member -> new Person(member.id(), member.name()))
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND, "There is no such colleague"));
    }

    private Conversation find(UUID id) {
        return conversations.find(id).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }

    private static String language(Conversation one) {
        return one.language() == null ? one.locale() : one.language();
    }

    private static Person me() {
        var staff = CurrentStaff.get();
        return new Person(staff.id(), staff.name());
    }
}
