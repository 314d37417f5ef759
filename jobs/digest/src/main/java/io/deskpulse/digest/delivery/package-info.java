/** Sends what is due, once, though the sender may die at any point: docs/decisions/0033 says what that can mean. */
package io.deskpulse.digest.delivery;
