/** From contacts of intervals to the agents that they need, and to what goes into the time that they leave. */
package io.deskpulse.metrics.planning.agents;
