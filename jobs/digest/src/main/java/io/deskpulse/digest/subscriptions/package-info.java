/** Who gets which digest, when, how and in which language: a file of one's own. */
package io.deskpulse.digest.subscriptions;
