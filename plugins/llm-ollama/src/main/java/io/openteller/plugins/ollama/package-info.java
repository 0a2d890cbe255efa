/** Ollama, asked through langchain4j, which no other part of the platform sees. Logs nothing. */
@NullMarked
package io.openteller.plugins.ollama;

import org.jspecify.annotations.NullMarked;
