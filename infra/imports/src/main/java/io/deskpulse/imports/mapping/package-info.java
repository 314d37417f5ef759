/** Mapping files: which records a source has, what they belong to, and the template that makes events of them. */
package io.deskpulse.imports.mapping;
