package dev.frontline.classify.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Turns a post into what the first eight of {@code bge-small-en-v1.5}'s twelve layers (int8) make
 * of it: the marks' vectors after the eighth; of the whole post the first mark's, which tells what
 * it is about, and the mean of all marks' after the sixth, where more is left of how it is said.
 * Shared by all threads, one core a call.
 *
 * <p>Posts are encoded one at a time: the model rounds its numbers by what else stands in the
 * batch, so that a batch would give the same post other figures each time, and on a CPU a batch
 * saves nothing.
 */
public final class Encoder implements AutoCloseable {

  /** Numbers of one mark. */
  public static final int WIDTH = 384;

  /** Vectors of the whole post. */
  public static final int PARTS = 2;

  /** Numbers of the whole post. */
  public static final int SIZE = PARTS * WIDTH;

  /** Word pieces read of a post, with the two marks. */
  public static final int MOST_PIECES = 96;

  static final String MODEL = "/bge-small-en-v1.5-q.onnx";
  private static final int SIXTH = 6;
  private static final int EIGHTH = 8;

  /** The runtime matches the process's whole command line by a recursive regular expression. */
  private static final long DEEP_STACK = 64L << 20;

  private final WordPiece pieces;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final ReadWriteLock gate = new ReentrantReadWriteLock();
  private boolean closed;

  private Encoder(WordPiece pieces, OrtEnvironment environment, OrtSession session) {
    this.pieces = pieces;
    this.environment = environment;
    this.session = session;
  }

  /**
   * Loads the model from the class path; about a second and 100 MB outside the heap.
   *
   * @throws IllegalStateException where it is not there or this machine cannot run it
   */
  public static Encoder load() {
    NativeLibrary.prepare();
    OrtEnvironment environment = environment();
    try (InputStream model = resource(MODEL);
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      // Without an arena memory is given back after each call: a few percent slower, far smaller.
      options.setCPUArenaAllocator(false);
      options.setMemoryPatternOptimization(false);
      byte[] graph = FusedGraph.of(model.readAllBytes(), MOST_PIECES, List.of(SIXTH, EIGHTH));
      OrtSession session = environment.createSession(graph, options);
      return new Encoder(WordPiece.shipped(), environment, session);
    } catch (OrtException | IOException e) {
      throw new IllegalStateException("the encoder cannot be loaded: " + e.getMessage(), e);
    }
  }

  /** With the usual stack a command line of some ten thousand letters would end the process. */
  static OrtEnvironment environment() {
    Thread first =
        new Thread(null, OrtEnvironment::getEnvironment, "encoder-environment", DEEP_STACK);
    first.start();
    try {
      first.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while the encoder was loading", e);
    }
    return OrtEnvironment.getEnvironment();
  }

  private static InputStream resource(String name) throws IOException {
    InputStream in = Encoder.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException(name + " is missing from this build");
    }
    return in;
  }

  /**
   * Reads a post; null once the encoder is closed.
   *
   * @throws IllegalStateException where the runtime fails
   */
  public @Nullable Reading read(String text) {
    Pieces split = pieces.read(text, MOST_PIECES);
    gate.readLock().lock();
    try {
      return closed ? null : run(split.ids());
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder failed: " + e.getMessage(), e);
    } finally {
      gate.readLock().unlock();
    }
  }

  private Reading run(int[] ids) throws OrtException {
    long[] shape = {1, ids.length};
    try (OnnxTensor words = OnnxTensor.createTensor(environment, IntBuffer.wrap(ids), shape);
        OrtSession.Result result = session.run(Map.of(FusedGraph.PIECES, words))) {
      float[] marks = hidden(result, EIGHTH);
      float[] vector = new float[SIZE];
      System.arraycopy(marks, 0, vector, 0, WIDTH);
      System.arraycopy(sum(hidden(result, SIXTH)), 0, vector, WIDTH, WIDTH);
      for (int part = 0; part < PARTS; part++) {
        toLengthOne(vector, part * WIDTH);
      }
      return new Reading(vector, marks);
    }
  }

  private static float[] sum(float[] marks) {
    float[] sum = new float[WIDTH];
    for (int from = 0; from < marks.length; from += WIDTH) {
      for (int i = 0; i < WIDTH; i++) {
        sum[i] += marks[from + i];
      }
    }
    return sum;
  }

  private static float[] hidden(OrtSession.Result result, int depth) {
    OnnxTensor marks = (OnnxTensor) result.get(FusedGraph.after(depth)).orElseThrow();
    FloatBuffer numbers = marks.getFloatBuffer();
    float[] copy = new float[numbers.remaining()];
    numbers.get(copy);
    return copy;
  }

  private static void toLengthOne(float[] numbers, int from) {
    double squares = 0;
    for (int i = from; i < from + WIDTH; i++) {
      squares += numbers[i] * numbers[i];
    }
    float length = (float) Math.sqrt(Math.max(squares, 1e-12));
    for (int i = from; i < from + WIDTH; i++) {
      numbers[i] /= length;
    }
  }

  /** Waits for the calls under way; later ones get nothing. */
  @Override
  public void close() {
    gate.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        session.close();
      }
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder cannot be closed: " + e.getMessage(), e);
    } finally {
      gate.writeLock().unlock();
    }
  }
}
