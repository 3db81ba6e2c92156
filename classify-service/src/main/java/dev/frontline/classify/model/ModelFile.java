package dev.frontline.classify.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.frontline.classify.encoder.Encoder;
import dev.frontline.classify.text.CueBook;
import dev.frontline.classify.text.LetterGrams;
import dev.frontline.classify.text.NGrams;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A model as a file: gzip of the letters FLT1, a JSON head with its length before it, the weight
 * table's bytes, those of the convolution's pieces and filters, the language table's and, where
 * there is a slow tier, its weight table's and its attention's.
 */
public final class ModelFile {

  private static final int MAGIC = 0x464C5431;
  private static final int LARGEST_HEAD = 4 << 20;
  private static final int MOST_PIECES = 1 << 17;
  private static final String ANOTHER_SHAPE =
      "the model file is of another shape than this build reads: train it again";
  private static final ObjectMapper HEAD = JsonMapper.builder().build();

  /** The model that ships with the service. */
  public static final String SHIPPED = "/dev/frontline/classify/model/tier0.flt";

  private ModelFile() {}

  record Head(
      String version,
      int cues,
      int bins,
      List<String> heads,
      int signals,
      float[] scale,
      float[] bias,
      float charShare,
      @Nullable ContextHead context,
      List<String> languages,
      float languageScale,
      float[] languageBias,
      float languageSharpness,
      SentimentScale sentiment,
      SentimentScale inEnglish,
      List<Verdict> verdicts,
      Gate gate,
      @Nullable SlowHead tier1,
      Map<String, Object> figures) {}

  record ContextHead(
      int pieces,
      float[] pieceScale,
      float[] filterScale,
      float[] threshold,
      float[][] said,
      float[][] surface,
      float[] bias) {}

  record SlowHead(
      float[] scale,
      float[] bias,
      float charShare,
      float[][] meaning,
      float @Nullable [] attentionScale,
      float @Nullable [] attentionBias,
      SentimentScale sentiment,
      List<Verdict> verdicts) {

    /** A file of before has no attention, and vectors of another length. */
    private boolean fits() {
      return attentionScale != null
          && attentionBias != null
          && meaning.length == Heads.COUNT
          && Arrays.stream(meaning).allMatch(weights -> weights.length == Encoder.SIZE);
    }
  }

  /** Reads the model that ships with this build. */
  public static Tier0Model shipped() {
    try (InputStream in = ModelFile.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException(SHIPPED + " is missing from this build");
      }
      return read(in);
    } catch (IOException e) {
      throw new IllegalStateException("the shipped model cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a model.
   *
   * @throws IOException where it is no model file, or one of another shape than this build knows
   */
  public static Tier0Model read(InputStream file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(new GZIPInputStream(file)))) {
      if (in.readInt() != MAGIC) {
        throw new IOException("not a Frontline model file");
      }
      int length = in.readInt();
      if (length < 0 || length > LARGEST_HEAD) {
        throw new IOException("the model file's head is broken");
      }
      Head head = HEAD.readValue(in.readNBytes(length), Head.class);
      check(head);
      byte[] weights = exactly(in, NGrams.BINS * Heads.STRIDE);
      TextCnn context = context(head.context(), in);
      byte[] languages = exactly(in, LetterGrams.BINS * head.languages().size());
      return new Tier0Model(
          head.version(),
          head.cues(),
          new WeightTable(weights, head.scale(), head.bias(), head.charShare()),
          context,
          new LanguageTable(
              head.languages(),
              languages,
              head.languageScale(),
              head.languageBias(),
              head.languageSharpness()),
          head.sentiment(),
          head.inEnglish(),
          head.verdicts(),
          head.gate(),
          slow(head.tier1(), in),
          head.figures());
    }
  }

  private static TextCnn context(@Nullable ContextHead head, DataInputStream in)
      throws IOException {
    if (head == null || head.pieces() < 1 || head.pieces() > MOST_PIECES) {
      throw new IOException(ANOTHER_SHAPE);
    }
    return new TextCnn(
        exactly(in, head.pieces() * TextCnn.WIDTH),
        head.pieceScale(),
        exactly(in, TextCnn.FILTERS * TextCnn.COLUMN),
        head.filterScale(),
        head.threshold(),
        head.said(),
        head.surface(),
        head.bias());
  }

  private static ContextHead contextHead(TextCnn context) {
    return new ContextHead(
        context.size(),
        context.pieceScale(),
        context.filterScale(),
        context.threshold(),
        context.said(),
        context.surface(),
        context.bias());
  }

  private static @Nullable Tier1Model slow(@Nullable SlowHead head, DataInputStream in)
      throws IOException {
    if (head == null) {
      return null;
    }
    byte[] weights = exactly(in, NGrams.BINS * Heads.STRIDE);
    return new Tier1Model(
        new WeightTable(weights, head.scale(), head.bias(), head.charShare()),
        head.meaning(),
        new Attention(exactly(in, Attention.BYTES), head.attentionScale(), head.attentionBias()),
        head.sentiment(),
        head.verdicts());
  }

  private static @Nullable SlowHead slowHead(@Nullable Tier1Model slow) {
    return slow == null
        ? null
        : new SlowHead(
            slow.weights().scale(),
            slow.weights().bias(),
            slow.weights().charShare(),
            slow.meaning(),
            slow.attention().scale(),
            slow.attention().bias(),
            slow.sentiment(),
            slow.verdicts());
  }

  /** Writes a model; the same model gives the same bytes. */
  public static void write(Tier0Model model, OutputStream file) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(file)))) {
      WeightTable weights = model.weights();
      LanguageTable languages = model.languages();
      byte[] head =
          HEAD.writeValueAsBytes(
              new Head(
                  model.version(),
                  model.cues(),
                  NGrams.BINS,
                  Heads.names(),
                  Signals.COUNT,
                  weights.scale(),
                  weights.bias(),
                  weights.charShare(),
                  contextHead(model.context()),
                  languages.languages(),
                  languages.scale(),
                  languages.bias(),
                  languages.sharpness(),
                  model.sentiment(),
                  model.inEnglish(),
                  model.verdicts(),
                  model.gate(),
                  slowHead(model.tier1()),
                  model.figures()));
      out.writeInt(MAGIC);
      out.writeInt(head.length);
      out.write(head);
      out.write(weights.bytes());
      out.write(model.context().pieces());
      out.write(model.context().filters());
      out.write(languages.bytes());
      Tier1Model slow = model.tier1();
      if (slow != null) {
        out.write(slow.weights().bytes());
        out.write(slow.attention().bytes());
      }
    }
  }

  private static void check(Head head) throws IOException {
    if (head.bins() != NGrams.BINS
        || !head.heads().equals(Heads.names())
        || head.signals() != Signals.COUNT
        || head.cues() != CueBook.VERSION
        || head.tier1() != null && !head.tier1().fits()) {
      throw new IOException(ANOTHER_SHAPE);
    }
  }

  private static byte[] exactly(DataInputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length != length) {
      throw new IOException("the model file ends too early");
    }
    return bytes;
  }
}
