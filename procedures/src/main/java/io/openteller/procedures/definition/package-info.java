/** What a procedure is: its records, the way in from JSON and YAML, and back. Knows nothing of how one is run. */
@NullMarked
package io.openteller.procedures.definition;

import org.jspecify.annotations.NullMarked;
