/** What looks wrong in events that are all valid. */
package io.deskpulse.imports.suspicions;
