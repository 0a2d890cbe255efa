package io.openteller.platform.desk;

import java.time.Duration;

/** Why a person is needed; decides the place in the queue and how soon somebody must be there. */
public enum Reason {
    SELF_HARM(1, 60, "Somebody may be in danger"),
    FRAUD(1, 60, "Possible fraud: money may be leaving now"),
    VULNERABILITY(2, 180, "Vulnerable customer"),
    DISPUTE(2, 180, "Disputed payment"),
    HARDSHIP(2, 180, "Financial hardship"),
    LEGAL(2, 300, "Legal or regulatory matter"),
    COMPLAINT(3, 300, "Complaint"),
    PERSON_REQUESTED(3, 300, "The customer asked for a person"),
    TRANSFER(3, 300, "Passed on by a colleague"),
    FAILED(3, 300, "The assistant could not finish"),
    UPSET(3, 300, "The customer is upset"),
    ADVICE(3, 600, "Only a person may advise on this"),
    NOT_KNOWN(4, 600, "Not covered by the bank's documents");

    private final int priority;
    private final Duration within;
    private final String sentence;

    Reason(int priority, int withinSeconds, String sentence) {
        this.priority = priority;
        this.within = Duration.ofSeconds(withinSeconds);
        this.sentence = sentence;
    }

    /** 1 is the highest. */
    public int priority() {
        return priority;
    }

    /** How long the customer may wait for a person. */
    public Duration within() {
        return within;
    }

    public String sentence() {
        return sentence;
    }
}
