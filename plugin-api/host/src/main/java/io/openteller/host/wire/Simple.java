package io.openteller.host.wire;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Types that have no parts. */
final class Simple {

    private static final Map<Class<?>, Codec> ALL = Map.ofEntries(
            Map.entry(boolean.class, value(Boolean.class, (out, is) -> out.byteValue(is ? 1 : 0), Simple::bool)),
            Map.entry(int.class, value(Integer.class, Out::int32, In::int32)),
            Map.entry(long.class, value(Long.class, Out::int64, In::int64)),
            Map.entry(double.class, value(Double.class, Simple::number, Simple::number)),
            Map.entry(float.class, value(Float.class, Simple::single, in -> Float.intBitsToFloat(in.int32()))),
            Map.entry(Boolean.class, orNull(value(Boolean.class, (out, is) -> out.byteValue(is ? 1 : 0), Simple::bool))),
            Map.entry(Integer.class, orNull(value(Integer.class, Out::int32, In::int32))),
            Map.entry(Long.class, orNull(value(Long.class, Out::int64, In::int64))),
            Map.entry(Double.class, orNull(value(Double.class, Simple::number, Simple::number))),
            Map.entry(String.class, orNull(value(String.class, Out::text, In::text))),
            Map.entry(byte[].class, orNull(value(byte[].class, Out::block, In::block))),
            Map.entry(float[].class, orNull(value(float[].class, Simple::vector, Simple::vector))),
            Map.entry(Instant.class, orNull(value(Instant.class, Simple::instant, Simple::instant))),
            Map.entry(Duration.class, orNull(value(Duration.class, Simple::duration, Simple::duration))),
            Map.entry(LocalDate.class, orNull(value(LocalDate.class, Simple::date, Simple::date))),
            Map.entry(URI.class, orNull(value(URI.class, (out, uri) -> out.text(uri.toString()), Simple::address))));

    private Simple() {}

    static @Nullable Codec of(Class<?> type) {
        return ALL.get(type);
    }

    private static <T> Codec value(Class<T> type, BiConsumer<Out, T> write, Function<In, T> read) {
        return new Codec() {
            @Override
            public void write(Out out, @Nullable Object value) {
                if (value == null) {
                    throw new Malformed("null for " + type.getSimpleName());
                }
                write.accept(out, type.cast(value));
            }

            @Override
            public Object read(In in) {
                return read.apply(in);
            }
        };
    }

    /** One byte before the value says whether there is one. */
    static Codec orNull(Codec present) {
        return new Codec() {
            @Override
            public void write(Out out, @Nullable Object value) {
                out.byteValue(value == null ? 0 : 1);
                if (value != null) {
                    present.write(out, value);
                }
            }

            @Override
            public @Nullable Object read(In in) {
                return bool(in) ? present.read(in) : null;
            }
        };
    }

    static boolean bool(In in) {
        return switch (in.byteValue()) {
            case 0 -> false;
            case 1 -> true;
            default -> throw new Malformed("neither true nor false");
        };
    }

    private static void number(Out out, Double value) {
        out.int64(Double.doubleToRawLongBits(value));
    }

    private static Double number(In in) {
        return Double.longBitsToDouble(in.int64());
    }

    private static void single(Out out, Float value) {
        out.int32(Float.floatToRawIntBits(value));
    }

    private static void vector(Out out, float[] values) {
        out.count(values.length);
        for (float value : values) {
            out.int32(Float.floatToRawIntBits(value));
        }
    }

    private static float[] vector(In in) {
        float[] values = new float[in.countOfThings()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.intBitsToFloat(in.int32());
        }
        return values;
    }

    private static void instant(Out out, Instant value) {
        out.int64(value.getEpochSecond()).int32(value.getNano());
    }

    private static Instant instant(In in) {
        return inTime(() -> Instant.ofEpochSecond(in.int64(), in.int32()));
    }

    private static void duration(Out out, Duration value) {
        out.int64(value.getSeconds()).int32(value.getNano());
    }

    private static Duration duration(In in) {
        return inTime(() -> Duration.ofSeconds(in.int64(), in.int32()));
    }

    private static void date(Out out, LocalDate value) {
        out.int64(value.toEpochDay());
    }

    private static LocalDate date(In in) {
        return inTime(() -> LocalDate.ofEpochDay(in.int64()));
    }

    private static URI address(In in) {
        try {
            return URI.create(in.text());
        } catch (IllegalArgumentException no) {
            throw new Malformed("no address", no);
        }
    }

    private static <T> T inTime(java.util.function.Supplier<T> read) {
        try {
            return read.get();
        } catch (DateTimeException | ArithmeticException beyond) {
            throw new Malformed("no time", beyond);
        }
    }
}
