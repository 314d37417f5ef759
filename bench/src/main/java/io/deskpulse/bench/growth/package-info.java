/** How cost grows with live conversations, hot shops, tasks and load, and how long a killed job takes to come back. */
package io.deskpulse.bench.growth;
