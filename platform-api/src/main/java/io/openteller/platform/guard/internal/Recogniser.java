package io.openteller.platform.guard.internal;

import io.openteller.platform.guard.Span;
import java.util.function.Consumer;

/** Looks for one kind of thing. Any thread may ask. */
interface Recogniser {

    void find(String text, Consumer<Span> found);
}
