package io.openteller.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one component of a settings record, for the form that an administrator fills in. A component that may be null
 * ({@code @Nullable}) may be left out, all others are required; a {@code boolean} that is left out is false.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

    String title();

    String description() default "";

    /** Kept sealed, and never shown again. */
    boolean secret() default false;

    /**
     * Not filled in by hand: the platform sets it when what two people agreed on is published. The form shows that it is there
     * and cannot change it. Since 1.2.
     */
    boolean published() default false;

    /**
     * Says whom the plugin trusts, or in whose name it speaks: a change waits for a second person at the bank, also where no other
     * host is reached by it. Since 1.2.
     */
    boolean trusted() default false;

    /** A regular expression that texts must contain a match of; empty for any. */
    String pattern() default "";

    int minLength() default 0;

    long minimum() default Long.MIN_VALUE;

    long maximum() default Long.MAX_VALUE;
}
