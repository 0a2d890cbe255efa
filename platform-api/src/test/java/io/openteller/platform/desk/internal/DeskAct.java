package io.openteller.platform.desk.internal;

/** Something that happens at the desk. {@code fresh}: whether the person had seen the newest state. */
sealed interface DeskAct {

    int talk();

    record CustomerSays(int talk, int key) implements DeskAct {}

    record CustomerAsksForPerson(int talk) implements DeskAct {}

    record Take(int talk, int person, boolean fresh) implements DeskAct {}

    /** @param to the colleague; the queue if there is none with that number */
    record Transfer(int talk, int person, int to, boolean fresh) implements DeskAct {}

    record HandBack(int talk, int person, boolean fresh) implements DeskAct {}

    record Resolve(int talk, int person, boolean fresh, boolean withNote) implements DeskAct {}

    record Say(int talk, int person, int key) implements DeskAct {}

    record Note(int talk, int person) implements DeskAct {}
}
