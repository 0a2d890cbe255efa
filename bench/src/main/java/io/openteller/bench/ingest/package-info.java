/** How fast documents become drafts with passages that can be cited. */
@NullMarked
package io.openteller.bench.ingest;

import org.jspecify.annotations.NullMarked;
