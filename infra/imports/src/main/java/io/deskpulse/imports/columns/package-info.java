/** Tables of any origin: which event a row is, and which field a column. */
package io.deskpulse.imports.columns;
