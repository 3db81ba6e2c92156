package dev.frontline.dashboard.account;

import dev.frontline.kit.company.Company;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes or renews the accounts of the people in the company file from the passwords file. */
@ApplicationScoped
class AccountSeed {

  private static final Logger LOG = Logger.getLogger(AccountSeed.class);

  private final Company company;
  private final AccountStore store;
  private final Signature seed;
  private final Optional<String> file;

  @Inject
  AccountSeed(
      Company company,
      AccountStore store,
      @ConfigProperty(name = "frontline.service-key") String key,
      @ConfigProperty(name = "frontline.passwords") Optional<String> file) {
    this.company = company;
    this.store = store;
    this.seed = new Signature(key, "seed");
    this.file = file.filter(f -> !f.isBlank());
  }

  void seed(@Observes StartupEvent event) {
    if (file.isEmpty()) {
      LOG.warn("no passwords file: FRONTLINE_PASSWORDS is not set, accounts stay as they are");
      return;
    }
    Map<String, String> passwords;
    try {
      passwords = PasswordsFile.read(Path.of(file.get()));
    } catch (IOException e) {
      LOG.errorf("passwords file cannot be read, accounts stay as they are: %s", e.getMessage());
      return;
    }
    int written = 0;
    for (Company.Person person : company.people()) {
      String password = passwords.get(person.id());
      if (password != null && renew(person.id(), password)) {
        written++;
      }
    }
    LOG.infof("accounts ready people=%d renewed=%d", company.people().size(), written);
  }

  private boolean renew(String user, String password) {
    String mark = seed.of(user + "\n" + password);
    if (store.find(user).filter(a -> mark.equals(a.seed())).isPresent()) {
      return false;
    }
    store.write(new AccountStore.Account(user, BcryptUtil.bcryptHash(password), mark));
    return true;
  }
}
