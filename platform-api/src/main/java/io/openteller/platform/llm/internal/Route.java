package io.openteller.platform.llm.internal;

import io.openteller.platform.llm.Task;

/**
 * Which model a bank asks for a task.
 *
 * @param dailyTokenBudget tokens in and out per day (UTC); nothing is asked beyond it
 */
record Route(Task task, String plugin, String model, int timeoutMillis, long dailyTokenBudget, boolean on) {}
