package dev.frontline.ingest.source;

import dev.frontline.ingest.fetch.Fault;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The accounts that people connected to sources, as {@link SourceKinds} needs them. */
public interface ConnectedAccounts {

  /** Nobody connected any: tokens come from the environment alone. */
  ConnectedAccounts NONE =
      new ConnectedAccounts() {
        @Override
        public Optional<Connected> of(String source, @Nullable String account) {
          return Optional.empty();
        }

        @Override
        public boolean renew(Opened opened) {
          return false;
        }

        @Override
        public void refused(Opened opened, String words) {
          // A token of the environment has nobody to be told but the source's own state.
        }

        @Override
        public Optional<String> trouble(String source) {
          return Optional.empty();
        }

        @Override
        public Optional<String> warning(String source) {
          return Optional.empty();
        }
      };

  /**
   * One that can be used now.
   *
   * @param id of the account
   * @param version of its tokens: another one after every renewal
   * @param secret in the form in which the kind of source reads it
   * @param settings that hold instead of the source's own, such as {@code handle}
   */
  record Connected(String id, String version, String secret, Map<String, String> settings) {

    /** Without the secret: this may end up in a log. */
    @Override
    public String toString() {
      return "Connected[" + id + "]";
    }
  }

  /**
   * The account of a source.
   *
   * @param account its id or handle; null for the first, by which the source is read
   */
  Optional<Connected> of(String source, @Nullable String account);

  /**
   * Gets a new token for the account after the network did not accept the one it was opened with.
   *
   * @return whether there is another one now; false where only a person can help
   * @throws Fault where the network cannot be asked now
   */
  boolean renew(Opened opened) throws Fault, InterruptedException;

  /** The network does not accept the account any more, and nothing but a person helps. */
  void refused(Opened opened, String words);

  /** What a person has to do about an account of the source; empty where nothing. */
  Optional<String> trouble(String source);

  /** What a person will have to do about one within seven days; empty where nothing. */
  Optional<String> warning(String source);
}
