package dev.frontline.classify.train;

import dev.frontline.classify.data.DataFolder;
import dev.frontline.classify.data.InventedPosts;
import dev.frontline.classify.data.Post;
import dev.frontline.classify.data.ReadLabels;
import dev.frontline.classify.model.LanguageTable;
import dev.frontline.classify.model.PostReader;
import dev.frontline.classify.text.CueBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The data files a model is trained on, read and turned into numbers. {@code airline.jsonl} is
 * never read: its licence allows measuring only.
 *
 * @param brands posts with all labels
 * @param complaints posts with {@code complaint} alone
 * @param read posts whose labels the project's own readers set, and invented ones; to learn from,
 *     not to measure by
 * @param toned posts whose tone they set, with nothing else known; to learn from
 * @param quiet posts of disasters and spam, which need nobody
 * @param weak posts about brands of whose labels nothing is known
 */
record Corpus(
    LanguageTable languages,
    double languageAccuracy,
    List<Example> brands,
    List<Example> complaints,
    List<Example> read,
    List<Example> toned,
    List<Example> quiet,
    List<Example> toxic,
    List<Example> sentiment,
    List<Example> weak) {

  static final float CHAR_SHARE = 1.0f;
  private static final int SOME = 20_000;

  /** English beside the eight languages' own: posts of brands are short, and mostly English. */
  private static final int SOME_ENGLISH = 8_000;

  private static final long SEED = 5;

  /**
   * Reads the folder.
   *
   * @throws IOException where a file is missing, with its name
   */
  static Corpus read(Path folder, Vectors vectors, Consumer<String> progress) throws IOException {
    List<Post> spoken = posts(folder, "sentiment-8-languages.jsonl");
    progress.accept("languages");
    List<Post> feelings = posts(folder, "sentiment.jsonl");
    List<Post> english = some(feelings, SOME_ENGLISH);
    double accuracy = LanguageTrainer.heldOutAccuracy(spoken, english);
    progress.accept("languages " + Trainer.percent(accuracy));
    LanguageTable table = LanguageTrainer.train(spoken, english);
    progress.accept("reading posts");
    PostReader reader = new PostReader(CueBook.shipped(), table);
    List<Post> quiet = new ArrayList<>(posts(folder, "disasters.jsonl"));
    quiet.addAll(posts(folder, "spam.jsonl"));
    ReadLabels labels = ReadLabels.shipped();
    ReadLabels tones = ReadLabels.shippedTone();
    List<Post> brands = posts(folder, "brand-posts.jsonl");
    List<Post> complaints = posts(folder, "complaints.jsonl");
    List<Post> toxic = posts(folder, "toxic.jsonl");
    List<Post> topics = posts(folder, "brand-posts-weak.jsonl");
    List<Post> weak = topics.stream().filter(p -> !labels.has(p)).toList();
    List<Post> read = new ArrayList<>(labels.read(topics));
    read.addAll(labels.read(complaints));
    read.addAll(labels.read(feelings));
    read.addAll(InventedPosts.shipped());
    List<Post> toned = new ArrayList<>(tones.read(brands));
    toned.addAll(tones.read(complaints));
    toned.addAll(tones.read(feelings));
    for (List<Post> part : List.of(brands, complaints, read, toned, quiet, toxic)) {
      vectors.learn(texts(part), true);
    }
    for (List<Post> part : List.of(feelings, weak)) {
      vectors.learn(texts(part), false);
    }
    List<Example> sentiment = new ArrayList<>(examples(feelings, reader, vectors::of));
    List<Example> tone = examples(toxic, reader, vectors::of);
    sentiment.addAll(examples(spoken, reader, text -> Vectors.NOTHING));
    return new Corpus(
        table,
        accuracy,
        examples(brands, reader, vectors::of),
        examples(complaints, reader, vectors::of),
        examples(read, reader, vectors::of),
        examples(toned, reader, vectors::of),
        examples(quiet, reader, vectors::of),
        tone,
        sentiment,
        examples(weak, reader, vectors::of));
  }

  /** Posts by which the slow tier teaches the fast one's n-grams. */
  List<Example> unlabelled() {
    return Stream.of(weak, toxic, some(unreadFeelings(), SOME)).flatMap(List::stream).toList();
  }

  /** All posts of whose labels nothing is known and that the slow tier can read. */
  List<Example> allUnlabelled() {
    return Stream.of(weak, toxic, unreadFeelings()).flatMap(List::stream).toList();
  }

  /** Without those whose labels were read: they name brands that are held out. */
  private List<Example> unreadFeelings() {
    Set<String> known = read.stream().map(e -> e.post().id()).collect(Collectors.toSet());
    return encodedFeelings().stream().filter(e -> !known.contains(e.post().id())).toList();
  }

  /** English posts whose sentiment is known. */
  List<Example> encodedFeelings() {
    return sentiment.stream().filter(e -> e.vector().length > 0).toList();
  }

  private static <T> List<T> some(List<T> all, int count) {
    List<T> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(SEED));
    return shuffled.subList(0, Math.min(count, shuffled.size()));
  }

  private static List<Post> posts(Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.isReadable(file)) {
      throw new IOException("the data folder lacks " + name);
    }
    return DataFolder.withoutCopies(DataFolder.read(file));
  }

  private static List<String> texts(List<Post> posts) {
    return posts.stream().map(Post::text).toList();
  }

  private static List<Example> examples(
      List<Post> posts, PostReader reader, Function<String, Vectors.Kept> kept) {
    return posts.stream()
        .map(p -> Example.of(p, reader, CHAR_SHARE, kept.apply(p.text())))
        .toList();
  }
}
