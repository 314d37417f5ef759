/** Items as commands list them, and what people say of them. */
package io.deskpulse.digest.defects;
