/** What every tool stands on: a home for files, progress on a terminal, errors that the user can mend. */
package io.deskpulse.ops;
