/** Digests as people read them: HTML for mail programs, Markdown for terminals and chats, in English and Chinese. */
package io.deskpulse.digest.rendering;
