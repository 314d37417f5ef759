/** Files of events: what they are, line by line, merged by event time. */
package io.deskpulse.ops.replay.files;
