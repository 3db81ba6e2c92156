package dev.frontline.classify.opinion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Who is asked for a second opinion. Posts leave the house only where {@link #url} is set. */
@ConfigMapping(prefix = "frontline.opinion")
public interface OpinionConfig {

  /** How the endpoint is spoken to. */
  enum Kind {
    /** {@code POST /v1/chat/completions}, as OpenAI and many others answer it. */
    OPENAI,
    /** {@code POST /api/chat} of Ollama. */
    OLLAMA
  }

  /** The endpoint's address without a path, such as http://127.0.0.1:11434; absent asks nobody. */
  Optional<URI> url();

  @WithDefault("openai")
  Kind kind();

  /** The model's name as the endpoint knows it. */
  @WithDefault("default")
  String model();

  /** The endpoint's key, from FRONTLINE_OPINION_KEY in the environment. */
  Optional<String> key();

  /** Questions a day (UTC), of all instances together. */
  @WithDefault("200")
  int dailyBudget();

  /** How long an answer may take. */
  @WithDefault("PT20S")
  Duration timeout();

  /** Answers that are remembered, so that a text is asked about once. */
  @WithDefault("2000")
  int remembered();
}
