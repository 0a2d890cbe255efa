/**
 * Answers in the documents' own sentences: every sentence of the found passages is weighed against the question, the best are
 * said, and how sure that is comes from how often such sentences were right.
 */
@NullMarked
package io.openteller.platform.answer.internal.extractive;

import org.jspecify.annotations.NullMarked;
