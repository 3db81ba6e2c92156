package dev.frontline.bench;

import dev.frontline.classify.data.DataFolder;
import dev.frontline.classify.data.Post;
import dev.frontline.classify.encoder.Encoder;
import dev.frontline.classify.eval.Timed;
import dev.frontline.classify.model.Cascade;
import dev.frontline.classify.model.Judgement;
import dev.frontline.classify.model.ModelFile;
import dev.frontline.classify.model.Tier0Model;
import dev.frontline.classify.model.Tier1;
import dev.frontline.classify.text.CueBook;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToLongFunction;

/**
 * Judges the same posts by the fast tier, by the cascade and by LangChain4j's own embedding model,
 * in turn, three rounds each; the medians count.
 */
public final class ClassifyBench {

  private static final int MOST_POSTS = 1_500;
  private static final int ROUNDS = 3;
  private static final long SEED = 3;

  private ClassifyBench() {}

  /**
   * @param args a file of posts, one JSON object with {@code text} a line; {@code
   *     "stratum":"random"} ones alone where there are any; and a share in percent, to draw so many
   *     of which the encoder is asked about
   */
  public static void main(String[] args) throws IOException {
    List<Post> given =
        args.length > 0 ? drawn(DataFolder.read(Path.of(args[0]))) : Invented.posts();
    Tier0Model model = ModelFile.shipped();
    CueBook book = CueBook.shipped();
    AbstractInProcessEmbeddingModel other = new BgeSmallEnV15QuantizedEmbeddingModel();
    try (Encoder encoder = Encoder.load()) {
      Timed fast = new Timed(() -> new Cascade(model, book, null), "0");
      Timed cascade = new Timed(() -> new Cascade(model, book, encoder), "cascade");
      List<Post> posts =
          args.length > 1
              ? asked(given, cascade.judge(given), Double.parseDouble(args[1]) / 100)
              : given.subList(0, Math.min(MOST_POSTS, given.size()));
      List<Judgement> judged = cascade.judge(posts);
      double asked = judged.stream().filter(j -> j.tier().equals(Tier1.TIER)).count();
      System.out.printf(
          Locale.ROOT,
          "%d posts, %d cores%n",
          posts.size(),
          Runtime.getRuntime().availableProcessors());
      other.embedAll(segments(posts.subList(0, Math.min(50, posts.size()))));
      List<Long> fastRates = new ArrayList<>();
      List<Long> cascadeRates = new ArrayList<>();
      List<Long> otherRates = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        fastRates.add(fast.docsPerSecond(posts));
        cascadeRates.add(rate(posts, all -> cascade.judge(all).size()));
        otherRates.add(rate(posts, all -> other.embedAll(segments(all)).content().size()));
        System.out.printf(
            Locale.ROOT,
            "round %d: tier 0 %d/s of one core, cascade %d/s on all cores, LangChain4j %d/s on all"
                + " cores%n",
            round + 1,
            fastRates.get(round),
            cascadeRates.get(round),
            otherRates.get(round));
      }
      System.out.printf(
          Locale.ROOT,
          "RESULT tier0_docs_per_s=%d cascade_docs_per_s=%d escalated=%.1f"
              + " langchain4j_docs_per_s=%d%n",
          median(fastRates),
          median(cascadeRates),
          100 * asked / posts.size(),
          median(otherRates));
    }
    System.exit(0);
  }

  private static List<Post> drawn(List<Post> all) {
    List<Post> random = all.stream().filter(Post::isRandom).toList();
    List<Post> posts = new ArrayList<>(random.isEmpty() ? all : random);
    Collections.shuffle(posts, new Random(SEED));
    return posts;
  }

  /** As many as there are with that share of posts that the encoder is asked about. */
  private static List<Post> asked(List<Post> all, List<Judgement> judged, double share) {
    List<Post> deep = new ArrayList<>();
    List<Post> quick = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      (judged.get(i).tier().equals(Tier1.TIER) ? deep : quick).add(all.get(i));
    }
    int count =
        (int) Math.min(MOST_POSTS, Math.min(deep.size() / share, quick.size() / (1 - share)));
    int ofDeep = (int) (share * count);
    List<Post> posts = new ArrayList<>(deep.subList(0, ofDeep));
    posts.addAll(quick.subList(0, count - ofDeep));
    Collections.shuffle(posts, new Random(SEED));
    return posts;
  }

  private static List<TextSegment> segments(List<Post> posts) {
    return posts.stream().map(p -> TextSegment.from(p.text())).toList();
  }

  private static long rate(List<Post> posts, ToLongFunction<List<Post>> work) {
    long start = System.nanoTime();
    long done = work.applyAsLong(posts);
    return Math.round(done / ((System.nanoTime() - start) / 1e9));
  }

  private static long median(List<Long> rates) {
    return rates.stream().sorted().toList().get(rates.size() / 2);
  }
}
