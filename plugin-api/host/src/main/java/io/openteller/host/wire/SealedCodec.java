package io.openteller.host.wire;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of its cases, by place, and then the case; 0 is null. Both sides have the same plugin interface, so the same places. */
final class SealedCodec implements Codec {

    private final Class<?> type;
    private final Codec[] cases;
    private final ClassValue<Integer> places = new ClassValue<>() {
        @Override
        protected Integer computeValue(Class<?> one) {
            Class<?>[] permitted = type.getPermittedSubclasses();
            for (int i = 0; i < permitted.length; i++) {
                if (permitted[i] == one) {
                    return i;
                }
            }
            return -1;
        }
    };

    SealedCodec(Class<?> type, Map<TypeVariable<?>, Type> bound) {
        this.type = type;
        Class<?>[] permitted = type.getPermittedSubclasses();
        this.cases = new Codec[permitted.length];
        for (int i = 0; i < permitted.length; i++) {
            cases[i] = new RecordCodec(permitted[i], passedOn(permitted[i], bound));
        }
    }

    /** The variables of a case, from those of the interface that it fills. */
    private Map<TypeVariable<?>, Type> passedOn(Class<?> one, Map<TypeVariable<?>, Type> bound) {
        Map<TypeVariable<?>, Type> passed = new HashMap<>();
        for (Type filled : one.getGenericInterfaces()) {
            if (filled instanceof ParameterizedType made && made.getRawType() == type) {
                Type[] given = made.getActualTypeArguments();
                TypeVariable<?>[] names = type.getTypeParameters();
                for (int i = 0; i < names.length; i++) {
                    Type known = bound.get(names[i]);
                    if (given[i] instanceof TypeVariable<?> own && known != null) {
                        passed.put(own, known);
                    }
                }
            }
        }
        return passed;
    }

    @Override
    public void write(Out out, @Nullable Object value) {
        if (value == null) {
            out.count(0);
            return;
        }
        int place = places.get(value.getClass());
        if (place < 0) {
            throw new Malformed("no " + type.getSimpleName() + ": " + value.getClass().getName());
        }
        out.count(place + 1);
        cases[place].write(out, value);
    }

    @Override
    public @Nullable Object read(In in) {
        int place = in.count();
        if (place == 0) {
            return null;
        }
        if (place > cases.length) {
            throw new Malformed("no such case of " + type.getSimpleName());
        }
        Object value = cases[place - 1].read(in);
        if (value == null) {
            throw new Malformed("a case without its value");
        }
        return value;
    }
}
