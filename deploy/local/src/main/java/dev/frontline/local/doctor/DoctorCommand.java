package dev.frontline.local.doctor;

import dev.frontline.kit.company.Company;
import dev.frontline.local.Trouble;
import dev.frontline.local.run.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What is configured, reachable and missing, in one page; ends 1 where something is wrong. */
@Command(name = "doctor", description = "What is configured, reachable and missing, in one page.")
public final class DoctorCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    Map<String, String> environment = System.getenv();
    List<Finding> findings = new ArrayList<>();
    Surroundings around = Surroundings.of(environment);
    findings.addAll(Machine.examine(around));
    findings.addAll(Reach.examine(around));
    try {
      Company company = around.company(environment);
      findings.addAll(Configuration.examine(company, around.config()));
      findings.addAll(Sources.examine(company, environment));
    } catch (Trouble e) {
      findings.add(Finding.wrong("frontline.yaml", String.valueOf(e.getMessage())));
    }
    findings.forEach(finding -> System.out.println(finding.line()));
    return findings.stream().anyMatch(f -> f.verdict() == Finding.Verdict.WRONG) ? 1 : 0;
  }
}
