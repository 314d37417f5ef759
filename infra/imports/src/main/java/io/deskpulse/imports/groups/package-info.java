/** Records into groups of one subject each, whatever order they come in, and groups into events. */
package io.deskpulse.imports.groups;
