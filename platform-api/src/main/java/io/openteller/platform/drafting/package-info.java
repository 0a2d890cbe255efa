/**
 * What people write as drafts and a second person publishes: the draft that everybody works on, what waits for a decision, and
 * versions that never change. A kind of it has four tables of its own, named after it; the room that owns the kind says what a
 * good draft is, and what publishing one means.
 */
@NullMarked
package io.openteller.platform.drafting;

import org.jspecify.annotations.NullMarked;
