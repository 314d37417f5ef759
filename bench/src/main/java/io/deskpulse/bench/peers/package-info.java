/** The same question, answered by Deskpulse and by others; none of them shares a process or a class path with another. */
package io.deskpulse.bench.peers;
