/** Results as text for people and as CSV for programs. */
package io.deskpulse.ops.tables;
