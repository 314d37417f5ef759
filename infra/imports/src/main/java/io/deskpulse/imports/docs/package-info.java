/** What mappings say of themselves, and drafts of new ones. */
package io.deskpulse.imports.docs;
