package io.openteller.host.wire;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Types that have no parts. One class for all: a plugin's process starts anew, and each class more would delay its first call. */
record Simple(Kind kind, boolean nullable) implements Codec {

    private enum Kind {
        BOOL,
        INT,
        LONG,
        FLOAT,
        DOUBLE,
        TEXT,
        BYTES,
        FLOATS,
        INSTANT,
        DURATION,
        DATE,
        ADDRESS
    }

    private static final Map<Class<?>, Simple> ALL = Map.ofEntries(
            Map.entry(boolean.class, new Simple(Kind.BOOL, false)),
            Map.entry(int.class, new Simple(Kind.INT, false)),
            Map.entry(long.class, new Simple(Kind.LONG, false)),
            Map.entry(float.class, new Simple(Kind.FLOAT, false)),
            Map.entry(double.class, new Simple(Kind.DOUBLE, false)),
            Map.entry(Boolean.class, new Simple(Kind.BOOL, true)),
            Map.entry(Integer.class, new Simple(Kind.INT, true)),
            Map.entry(Long.class, new Simple(Kind.LONG, true)),
            Map.entry(Float.class, new Simple(Kind.FLOAT, true)),
            Map.entry(Double.class, new Simple(Kind.DOUBLE, true)),
            Map.entry(String.class, new Simple(Kind.TEXT, true)),
            Map.entry(byte[].class, new Simple(Kind.BYTES, true)),
            Map.entry(float[].class, new Simple(Kind.FLOATS, true)),
            Map.entry(Instant.class, new Simple(Kind.INSTANT, true)),
            Map.entry(Duration.class, new Simple(Kind.DURATION, true)),
            Map.entry(LocalDate.class, new Simple(Kind.DATE, true)),
            Map.entry(URI.class, new Simple(Kind.ADDRESS, true)));

    static @Nullable Codec of(Class<?> type) {
        return ALL.get(type);
    }

    /** One byte before a value that may be null says whether there is one. */
    @Override
    public void write(Out out, @Nullable Object value) {
        if (nullable) {
            out.byteValue(value == null ? 0 : 1);
        }
        if (value != null) {
            present(out, value);
        } else if (!nullable) {
            throw new Malformed("null for " + kind);
        }
    }

    private void present(Out out, Object value) {
        switch (kind) {
            case BOOL -> out.byteValue((Boolean) value ? 1 : 0);
            case INT -> out.int32((Integer) value);
            case LONG -> out.int64((Long) value);
            case FLOAT -> out.int32(Float.floatToRawIntBits((Float) value));
            case DOUBLE -> out.int64(Double.doubleToRawLongBits((Double) value));
            case TEXT -> out.text((String) value);
            case BYTES -> out.block((byte[]) value);
            case FLOATS -> vector(out, (float[]) value);
            case INSTANT -> out.int64(((Instant) value).getEpochSecond()).int32(((Instant) value).getNano());
            case DURATION -> out.int64(((Duration) value).getSeconds()).int32(((Duration) value).getNano());
            case DATE -> out.int64(((LocalDate) value).toEpochDay());
            case ADDRESS -> out.text(value.toString());
        }
    }

    @Override
    public @Nullable Object read(In in) {
        if (nullable && !bool(in)) {
            return null;
        }
        try {
            return present(in);
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException none) {
            throw new Malformed("no " + kind, none);
        }
    }

    private Object present(In in) {
        return switch (kind) {
            case BOOL -> bool(in);
            case INT -> in.int32();
            case LONG -> in.int64();
            case FLOAT -> Float.intBitsToFloat(in.int32());
            case DOUBLE -> Double.longBitsToDouble(in.int64());
            case TEXT -> in.text();
            case BYTES -> in.block();
            case FLOATS -> vector(in);
            case INSTANT -> Instant.ofEpochSecond(in.int64(), in.int32());
            case DURATION -> Duration.ofSeconds(in.int64(), in.int32());
            case DATE -> LocalDate.ofEpochDay(in.int64());
            case ADDRESS -> URI.create(in.text());
        };
    }

    static boolean bool(In in) {
        return switch (in.byteValue()) {
            case 0 -> false;
            case 1 -> true;
            default -> throw new Malformed("neither true nor false");
        };
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
}
