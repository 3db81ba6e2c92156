package dev.frontline.local.store;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/**
 * A store that speaks MongoDB's wire protocol, kept in one file; every acknowledged write survives
 * the death of the process. See the project's notes for what of MongoDB it can do.
 */
public final class EmbeddedStore implements AutoCloseable {

  /** The file's name inside the store's directory. */
  public static final String FILE = "store.mv";

  // More than the default of two a core: a connection that waits for a commit keeps its worker,
  // and those who wait together are served by one commit.
  private static final int WORKERS = 16;
  private static final int CACHE_MB = 128;

  // A commit writes every page anew in which one document changed. A quarter of the default holds
  // one or two cases, so that few are written which did not change.
  private static final int PAGE_BYTES = 4 << 10;

  // A chunk of the file that holds nothing live is written over after this long. Only readers in
  // the middle of a scan need it; a full scan here takes well under a second.
  private static final int RETENTION_MS = 5_000;

  private final MVStore file;
  private final MongoServer server;
  private final Housekeeping housekeeping;
  private final int port;

  private EmbeddedStore(MVStore file, MongoServer server, Housekeeping housekeeping, int port) {
    this.file = file;
    this.server = server;
    this.housekeeping = housekeeping;
    this.port = port;
  }

  /**
   * Opens or creates the file and listens on the loopback.
   *
   * @param port 0 for any free one
   * @throws IOException when the directory cannot be made
   */
  public static EmbeddedStore start(Path directory, int port) throws IOException {
    Files.createDirectories(directory);
    MVStore file =
        new MVStore.Builder()
            .fileName(directory.resolve(FILE).toString())
            .cacheSize(CACHE_MB)
            // Commits are ours alone: one made in the middle of a change could save half of it.
            .autoCommitDisabled()
            .pageSplitSize(PAGE_BYTES)
            .autoCommitBufferSize(0)
            .open();
    file.setRetentionTime(RETENTION_MS);
    file.setVersionsToKeep(0);
    GroupCommit commits = new GroupCommit(file::commit);
    MongoServer server = new MongoServer(DurableBackend.of(new BsonBackend(file), commits));
    server.bind(new InetSocketAddress("127.0.0.1", port), 1, WORKERS);
    return new EmbeddedStore(
        file, server, Housekeeping.start(file, commits), server.getLocalAddress().getPort());
  }

  /** The connection string for MongoDB's drivers, without a database. */
  public String uri() {
    return "mongodb://127.0.0.1:" + port;
  }

  /** Finishes what is being answered, then closes the file. */
  @Override
  public void close() {
    housekeeping.close();
    server.shutdown();
    file.close();
  }
}
