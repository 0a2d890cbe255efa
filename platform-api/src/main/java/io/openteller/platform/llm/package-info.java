/**
 * The one door to language models: which one a bank asks for which task, within which time and budget, and what it said.
 *
 * <p>Takes only text that the guard has taken personal values out of. A model that fails in any way is no error here: there is
 * no model then, and whoever asked goes on without. Decides nothing about what a customer reads.
 */
@NullMarked
package io.openteller.platform.llm;

import org.jspecify.annotations.NullMarked;
