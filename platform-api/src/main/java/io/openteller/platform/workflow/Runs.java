package io.openteller.platform.workflow;

import io.openteller.platform.desk.Packet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Procedures that conversations are in, for the current tenant. What one has to say is kept until {@link #told}: a turn that is
 * tried again gets the same.
 */
public interface Runs {

    /** What a message may start. Answered from memory. */
    List<Startable> startable();

    /** The procedure that the conversation is in. */
    Optional<UnderWay> underWay(UUID conversation);

    /** Begins it; the one that the conversation is in is set aside. The same turn again begins nothing more. */
    RunReply begin(Customer customer, String procedure, Heard heard);

    /** The customer wrote something while in a procedure. The same turn again changes nothing. */
    RunReply tell(Customer customer, Heard heard);

    /**
     * Goes on after a step that the customer took, or with what came while nobody wrote.
     *
     * @param by the step, or the run
     * @return empty if it is neither
     */
    Optional<RunReply> resume(Customer customer, UUID by);

    /** The reply is stored; only within the transaction that stores it. */
    void told(RunReply reply);

    /**
     * A person has the conversation: nothing of it goes on by itself any more. Joins the caller's transaction.
     *
     * @return what the person should know of the procedure that it was in
     */
    List<Packet.Fact> leave(UUID conversation);
}
