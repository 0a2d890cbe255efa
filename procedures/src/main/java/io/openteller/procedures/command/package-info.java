/** {@code ./openteller procedure}: definitions as files, checked, imported, written anew and compared without a platform. */
@NullMarked
package io.openteller.procedures.command;

import org.jspecify.annotations.NullMarked;
