/**
 * Where a bank's knowledge comes from: files handed in many at a time, its web sites, and what its people told customers.
 *
 * <p>Everything becomes a draft that a person must approve. Each file, page and conversation has its own result, and none stops
 * the others. Work waits in PostgreSQL: a process that dies loses none of it, and another goes on.
 */
@NullMarked
package io.openteller.platform.sources;

import org.jspecify.annotations.NullMarked;
