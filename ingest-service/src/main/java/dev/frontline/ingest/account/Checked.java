package dev.frontline.ingest.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What trying an account showed.
 *
 * @param id the network's own id of it
 * @param posts whether answers can be posted by it, as far as can be known without posting
 * @param scopes what it may do; empty where the network does not say
 * @param expiresAt until when the network says that it is good; null where it does not
 */
record Checked(
    String id,
    String handle,
    @Nullable String name,
    @Nullable String link,
    boolean posts,
    List<String> scopes,
    @Nullable Instant expiresAt) {}
