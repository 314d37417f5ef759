/** How a shop's channel is planned: its forecast day by day, and the agents of each interval. */
package io.deskpulse.metrics.planning.planner;
