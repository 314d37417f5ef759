/** What a mapping can call: pure functions of their arguments, of settings and of the contacts seen in the import. */
package io.deskpulse.imports.functions;
