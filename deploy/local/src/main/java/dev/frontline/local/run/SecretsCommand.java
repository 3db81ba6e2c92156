package dev.frontline.local.run;

import dev.frontline.kit.company.Company;
import dev.frontline.local.secret.Secrets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Prints keys as {@code NAME=value} lines, for an environment file of another way of running;
 * passwords are in the file that it names on standard error.
 */
@Command(
    name = "secrets",
    description = "Prints the keys as NAME=value lines, to run the services elsewhere.")
public final class SecretsCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    Surroundings around = Surroundings.of(System.getenv());
    Company company = around.company(System.getenv());
    Secrets secrets = around.secrets(company);
    System.out.println("FRONTLINE_SERVICE_KEY=" + around.serviceKey(company, System.getenv()));
    System.out.println("FRONTLINE_SECRET_KEY=" + secrets.accountKey());
    secrets
        .webhooks()
        .forEach(
            (source, secret) -> System.out.println(Secrets.webhookVariable(source) + "=" + secret));
    System.err.println("passwords: " + secrets.passwordFile());
    return 0;
  }
}
