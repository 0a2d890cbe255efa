package io.openteller.platform.guard.internal;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that takes long to make: made by the first who asks, while others wait. */
final class Once<T> implements Supplier<T> {

    private final Supplier<T> maker;
    private @Nullable T made;

    private Once(Supplier<T> maker) {
        this.maker = maker;
    }

    static <T> Once<T> of(Supplier<T> maker) {
        return new Once<>(maker);
    }

    @Override
    public synchronized T get() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }
}
