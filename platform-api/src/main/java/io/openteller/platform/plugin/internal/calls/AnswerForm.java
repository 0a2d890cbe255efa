package io.openteller.platform.plugin.internal.calls;

import io.openteller.spi.Outcome;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operation may answer, as its signature says it. A compiler holds a plugin to it; what was built by hand, or against
 * another version, is held to it here, so that nothing breaks later in the platform's own code.
 */
final class AnswerForm {

    private final Type type;
    private final boolean mayBeNull;

    private AnswerForm(Type type, boolean mayBeNull) {
        this.type = type;
        this.mayBeNull = mayBeNull;
    }

    static AnswerForm of(Method operation) {
        AnnotatedType returned = operation.getAnnotatedReturnType();
        boolean nothing = operation.getReturnType() == void.class || operation.getReturnType().isPrimitive();
        return new AnswerForm(
                operation.getGenericReturnType(), nothing || returned.isAnnotationPresent(Nullable.class));
    }

    /** @throws WrongAnswer if it does not have this form */
    void check(@Nullable Object answer) {
        if (answer == null) {
            if (!mayBeNull) {
                throw new WrongAnswer("it answered nothing at all");
            }
            return;
        }
        check(type, answer);
    }

    private static void check(Type type, @Nullable Object value) {
        Class<?> wanted = raw(type);
        if (wanted == null) {
            return;
        }
        if (value == null || !wanted.isPrimitive() && !wanted.isInstance(value)) {
            throw new WrongAnswer("it answered with "
                    + (value == null ? "nothing" : value.getClass().getSimpleName()) + " in place of "
                    + wanted.getSimpleName());
        }
        if (type instanceof ParameterizedType of && of.getActualTypeArguments().length == 1) {
            Type inside = of.getActualTypeArguments()[0];
            switch (value) {
                case Outcome.Done<?> done -> check(inside, done.value());
                case List<?> list -> list.forEach(one -> check(inside, one));
                default -> {}
            }
        }
    }

    private static @Nullable Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType of -> raw(of.getRawType());
            default -> null;
        };
    }
}
