package dev.frontline.routing.policy;

import dev.frontline.kit.company.Company;
import org.jspecify.annotations.Nullable;

/** Says whose a case is that was judged again and stays in its department: whose it was. */
public final class Staying {

  private Staying() {}

  /**
   * One sentence; nobody is said to get what they do not get.
   *
   * @param owner id of who has it, null where nobody does yet
   * @param choice id of who would get the post if it came only now, null where nobody could
   */
  public static String why(
      Company company, String department, @Nullable String owner, @Nullable String choice) {
    if (owner == null) {
      return choice == null
          ? "Nobody of " + department + " is on shift with room for one more."
          : "Nobody of " + department + " has it yet.";
    }
    String stayed = "Stayed with " + name(company, owner) + ", who had it already";
    return choice == null || choice.equals(owner)
        ? stayed + "."
        : stayed + "; by itself the post would then have gone to " + name(company, choice) + ".";
  }

  private static String name(Company company, String id) {
    return company.person(id).map(Company.Person::name).filter(name -> !name.isBlank()).orElse(id);
  }
}
