/** From a shop's measured contacts to its forecast and the agents that it needs, interval by interval. */
package io.deskpulse.metrics.planning;
