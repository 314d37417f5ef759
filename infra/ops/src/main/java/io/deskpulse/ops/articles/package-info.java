/** Articles of knowledge bases: a file of them, and the table {@code article_log} of a server. */
package io.deskpulse.ops.articles;
