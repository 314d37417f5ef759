/** From the bytes of a file that somebody has to its text in UTF-8: compression, encodings, and what a file is that is neither. */
package io.deskpulse.ops.replay.text;
