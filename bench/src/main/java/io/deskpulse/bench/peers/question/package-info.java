/** The one question that all peers answer, and how answers are kept and compared. */
package io.deskpulse.bench.peers.question;
