package io.openteller.platform.coordination;

import org.reactivestreams.Publisher;

/** A stream of events as the body of an answer. */
public record EventFlow(Publisher<TextEvent> events) {}
