/**
 * Models of OpenAI and of compatible servers (Azure, vLLM, llama.cpp, Ollama, LM Studio), asked through langchain4j, which no
 * other part of the platform sees. Logs nothing: what is asked and answered is none of a log's business.
 */
@NullMarked
package io.openteller.plugins.openai;

import org.jspecify.annotations.NullMarked;
