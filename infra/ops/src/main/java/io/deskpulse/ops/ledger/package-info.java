/** The day-end ledger: what is still open at an instant, and who owes it. */
package io.deskpulse.ops.ledger;
