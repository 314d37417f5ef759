/** How a digest leaves: by mail, to robots of chats, as JSON to a server of one's own. */
package io.deskpulse.digest.channels;
