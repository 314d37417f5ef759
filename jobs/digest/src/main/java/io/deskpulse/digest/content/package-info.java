/** What a digest says, in numbers and codes, whatever its language and form; and whether it moved since it was told. */
package io.deskpulse.digest.content;
