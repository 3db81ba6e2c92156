package dev.frontline.classify.train;

import dev.frontline.classify.data.DataFolder;
import dev.frontline.classify.data.Post;
import dev.frontline.classify.model.LanguageTable;
import dev.frontline.classify.model.PostReader;
import dev.frontline.classify.text.CueBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The data files a model is trained on, read and turned into numbers. {@code airline.jsonl} is
 * never read: its licence allows measuring only.
 *
 * @param brands posts with all labels
 * @param complaints posts with {@code complaint} alone
 * @param quiet posts of disasters and spam, which need nobody
 */
record Corpus(
    LanguageTable languages,
    double languageAccuracy,
    List<Example> brands,
    List<Example> complaints,
    List<Example> quiet,
    List<Example> toxic,
    List<Example> sentiment) {

  static final float CHAR_SHARE = 1.0f;

  /**
   * Reads the folder.
   *
   * @throws IOException where a file is missing, with its name
   */
  static Corpus read(Path folder, Consumer<String> progress) throws IOException {
    List<Post> spoken = posts(folder, "sentiment-8-languages.jsonl");
    progress.accept("languages");
    double accuracy = LanguageTrainer.heldOutAccuracy(spoken);
    progress.accept("languages " + Trainer.percent(accuracy));
    LanguageTable table = LanguageTrainer.train(spoken);
    progress.accept("reading posts");
    PostReader reader = new PostReader(CueBook.shipped(), table);
    List<Post> quiet = new java.util.ArrayList<>(posts(folder, "disasters.jsonl"));
    quiet.addAll(posts(folder, "spam.jsonl"));
    List<Post> feelings = new java.util.ArrayList<>(posts(folder, "sentiment.jsonl"));
    feelings.addAll(spoken);
    return new Corpus(
        table,
        accuracy,
        examples(posts(folder, "brand-posts.jsonl"), reader),
        examples(posts(folder, "complaints.jsonl"), reader),
        examples(quiet, reader),
        examples(posts(folder, "toxic.jsonl"), reader),
        examples(feelings, reader));
  }

  private static List<Post> posts(Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.isReadable(file)) {
      throw new IOException("the data folder lacks " + name);
    }
    return DataFolder.withoutCopies(DataFolder.read(file));
  }

  private static List<Example> examples(List<Post> posts, PostReader reader) {
    return posts.stream().map(p -> Example.of(p, reader, CHAR_SHARE)).toList();
  }
}
