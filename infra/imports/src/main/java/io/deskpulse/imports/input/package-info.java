/** Reads files of other systems into records, whatever they are packed, written and encoded in. */
package io.deskpulse.imports.input;
