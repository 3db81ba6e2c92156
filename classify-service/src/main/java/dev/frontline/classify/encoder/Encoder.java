package dev.frontline.classify.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Turns a post into the vector that {@code bge-small-en-v1.5} (int8) gives its first mark, of
 * length 1. Shared by all threads, one core a call.
 *
 * <p>Posts are encoded one at a time: the model rounds its numbers by what else stands in the
 * batch, so that a batch would give the same post other figures each time, and on a CPU a batch
 * saves nothing.
 */
public final class Encoder implements AutoCloseable {

  /** Numbers a post. */
  public static final int SIZE = 384;

  static final String VOCABULARY = "/bge-small-en-v1.5-q-tokenizer.json";
  private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
  private static final int MOST_PIECES = 96;

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
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (InputStream vocabulary = resource(VOCABULARY);
        InputStream model = resource(MODEL);
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      // Without an arena memory is given back after each call: a few percent slower, far smaller.
      options.setCPUArenaAllocator(false);
      options.setMemoryPatternOptimization(false);
      OrtSession session = environment.createSession(model.readAllBytes(), options);
      return new Encoder(new WordPiece(Vocabulary.read(vocabulary)), environment, session);
    } catch (OrtException | IOException e) {
      throw new IllegalStateException("the encoder cannot be loaded: " + e.getMessage(), e);
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream in = Encoder.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException(name + " is missing from this build");
    }
    return in;
  }

  /**
   * The post's vector, null once the encoder is closed.
   *
   * @throws IllegalStateException where the runtime fails
   */
  public float @Nullable [] embed(String text) {
    long[] ids = pieces.encode(PostText.of(text), MOST_PIECES);
    gate.readLock().lock();
    try {
      return closed ? null : run(ids);
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder failed: " + e.getMessage(), e);
    } finally {
      gate.readLock().unlock();
    }
  }

  private float[] run(long[] ids) throws OrtException {
    long[] shape = {1, ids.length};
    long[] read = new long[ids.length];
    Arrays.fill(read, 1);
    try (OnnxTensor words = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
        OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(read), shape);
        OnnxTensor types =
            OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", words, "attention_mask", mask, "token_type_ids", types))) {
      FloatBuffer hidden = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] first = new float[SIZE];
      hidden.get(first);
      return toLengthOne(first);
    }
  }

  private static float[] toLengthOne(float[] vector) {
    double squares = 0;
    for (float v : vector) {
      squares += v * v;
    }
    float length = (float) Math.sqrt(Math.max(squares, 1e-12));
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= length;
    }
    return vector;
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
