/** What an import tells of itself: counts, names of fields and accounts, never a buyer or a text. */
package io.deskpulse.imports.report;
