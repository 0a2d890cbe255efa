package io.openteller.platform.coordination;

/**
 * How this process goes: it is not ready any more and takes no work, while balancers learn of it; then its streams send
 * their readers elsewhere, what it has in hand is finished within a bound, and what is not is given back.
 */
public interface Drain {

    /** Begins it, and returns when balancers have had their time. Later calls return at once. */
    void begin();

    /** Whether it has begun. */
    boolean hasBegun();

    /** Tells everybody who takes work to take none any more; published when it begins. */
    record Begun() {}
}
