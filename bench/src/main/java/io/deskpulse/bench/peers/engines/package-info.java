/** The peers: each answers the question in a process of its own, with nothing of the others on its class path. */
package io.deskpulse.bench.peers.engines;
