package io.deskpulse.streaming.responsetime;

import io.deskpulse.metrics.responsetime.DayFacts;

/**
 * A row of table {@code conversation_days}.
 *
 * @param shopId shop
 * @param conversationId conversation within the shop
 * @param version number of distinct events known
 * @param facts what the conversation did that day; shared with the operator's state until the row is written
 */
public record ConversationDay(String shopId, String conversationId, long version, DayFacts facts) {}
