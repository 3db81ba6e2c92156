/** A mailbox: IMAP in, SMTP out. */
@NullMarked
package dev.frontline.ingest.network.email;

import org.jspecify.annotations.NullMarked;
