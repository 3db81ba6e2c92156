package dev.frontline.kit.company;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code frontline.yaml}. {@code ${NAME}} and {@code ${NAME:default}} stand for environment
 * variables, so that addresses and secrets stay out of the file.
 */
public final class CompanyFile {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::([^}]*))?}");
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .findAndAddModules()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private CompanyFile() {}

  /**
   * @param environment where variables are looked up
   * @throws InvalidCompanyFileException naming what is wrong, where, and what is allowed
   */
  public static Company read(Path file, Map<String, String> environment) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new InvalidCompanyFileException(file + " cannot be read: " + e.getMessage(), e);
    }
    return parse(text, environment);
  }

  /** As {@link #read}, from the file's text. */
  public static Company parse(String text, Map<String, String> environment) {
    String substituted = substitute(text, environment);
    Company company;
    try {
      company = YAML.readValue(substituted, Company.class);
    } catch (JsonProcessingException e) {
      throw Unreadable.in("frontline.yaml", substituted, e);
    }
    if (company == null) {
      throw new InvalidCompanyFileException(
          "frontline.yaml says nothing; it needs name, zone, ...");
    }
    CompanyCheck.check(company, FileLines.of(substituted));
    return company;
  }

  /**
   * Reads a list of rules in the shape of the file's {@code rules}.
   *
   * @throws InvalidCompanyFileException naming what is wrong and where
   */
  public static List<Company.Rule> parseRules(String text) {
    try {
      return List.of(YAML.readValue(text, Company.Rule[].class));
    } catch (JsonProcessingException e) {
      throw Unreadable.in("rules", text, e);
    }
  }

  private static String substitute(String text, Map<String, String> environment) {
    Matcher matcher = VARIABLE.matcher(text);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String value = environment.get(matcher.group(1));
      if (value == null) {
        value = matcher.group(2);
      }
      if (value == null) {
        throw new InvalidCompanyFileException(
            "frontline.yaml names the environment variable "
                + matcher.group(1)
                + ", which is not set and has no default");
      }
      matcher.appendReplacement(out, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(out).toString();
  }
}
