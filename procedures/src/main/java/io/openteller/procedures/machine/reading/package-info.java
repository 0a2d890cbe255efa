/**
 * What customers mean in the middle of a procedure, by words, in English, Hindi and Hindi in Latin letters: values, choices, yes
 * and no, and wishes about the procedure itself. Rather nothing than a guess. Part of the machine; nothing else uses it.
 */
@NullMarked
package io.openteller.procedures.machine.reading;

import org.jspecify.annotations.NullMarked;
