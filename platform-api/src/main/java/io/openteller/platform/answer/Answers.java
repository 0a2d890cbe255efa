package io.openteller.platform.answer;

/** Replies to questions, for the current tenant. */
public interface Answers {

    Composed compose(String question);
}
