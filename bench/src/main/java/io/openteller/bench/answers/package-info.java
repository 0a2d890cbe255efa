/** How often a question is answered rightly from documents, and how often what is answered wrongly was said with confidence. */
@NullMarked
package io.openteller.bench.answers;

import org.jspecify.annotations.NullMarked;
