/** An import from its files to its destination and its report. */
package io.deskpulse.imports.run;
