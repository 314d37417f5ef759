package io.deskpulse.metrics.contacts;

/**
 * Something that happened between a buyer and people.
 *
 * @param atMillis when, milliseconds since the epoch
 * @param account who is responsible from then on; null while the buyer is queued
 * @param begins whether it begins a contact where none goes on: a question, a reply, an assignment, and not a note or a rating
 * @param waiting whether the buyer was waiting for a person until then
 */
public record Moment(long atMillis, String account, boolean begins, boolean waiting) {}
