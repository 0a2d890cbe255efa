package io.openteller.bench.patrons;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks the same anew in other words, each time in ones that it was not asked in before, {@value #TEXTS} times for each question;
 * then from the beginning. What is asked stays the same, and in English.
 */
public final class Rewording {

    private static final List<String> BEFORE = List.of(
            "", "Quick question: ", "Just wondering, ", "One thing I could not find: ", "I have looked everywhere. ",
            "Could you help me with this? ", "My question today: ", "Something short: ", "Before I decide: ",
            "I need to know this. ", "Please tell me: ", "Can you look this up? ", "A friend asked me: ", "For my records: ",
            "I was asked at home: ", "So: ", "Not urgent: ", "I am new here. ", "I read your website. ", "Again for me: ");
    private static final List<String> AFTER = List.of(
            "", " Please be brief.", " A short answer will do.", " I am not sure any more.", " That is all I need.",
            " I could not find it.", " It is for my own notes.", " I would like to be certain.", " No hurry.",
            " My husband asks as well.", " My wife would like to know, too.", " I ask for my mother.", " It matters to me.",
            " I have to plan ahead.", " I only need the main point.", " I am at work now.", " I am on my way home.",
            " Just that.", " I forgot what I was told.", " Tell me if it depends.");
    private static final List<String> END = List.of(
            "", " Please.", " If you can.", " When you have a moment.", " For now.", " As it is today.", " In plain words.",
            " So that I know.", " To be clear.", " In general.", " If possible.", " As far as you know.", " Kindly.",
            " That would help.", " It would help me.", " I rely on it.", " To be safe.", " Once more.", " For today.", " Really.");
    static final int TEXTS = 8_000;

    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

    String of(String question) {
        int nth = asked.computeIfAbsent(question, first -> new AtomicInteger()).getAndIncrement();
        // The first word changes each time, the last ones seldom: neighbours differ most.
        return BEFORE.get(nth % BEFORE.size())
                + question
                + AFTER.get((nth + nth / BEFORE.size()) % AFTER.size())
                + END.get(nth / (BEFORE.size() * AFTER.size()) % END.size());
    }
}
