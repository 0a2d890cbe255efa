/** The language of procedures: definitions, their static check, and the machine that runs one. No database, no framework. */
@NullMarked
package io.openteller.procedures;

import org.jspecify.annotations.NullMarked;
