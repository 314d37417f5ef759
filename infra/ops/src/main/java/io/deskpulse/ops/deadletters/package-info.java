/** Reading, exporting and feeding back the messages that were refused. */
package io.deskpulse.ops.deadletters;
