package dev.frontline.ingest.reading;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Ends the process at a chosen effect on the outside: counts sends to Kafka and writes to the
 * store, and at the chosen one throws what nothing catches, before it happens or right after.
 */
public final class Crashing {

  private static final Set<String> WRITES =
      Set.of(
          "insertOne",
          "insertMany",
          "bulkWrite",
          "replaceOne",
          "updateOne",
          "updateMany",
          "deleteOne",
          "deleteMany",
          "findOneAndUpdate",
          "findOneAndReplace");

  private int at = Integer.MAX_VALUE;
  private boolean after;
  private int effects;

  /** The process ended. */
  public static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** The n-th effect from now on is the last; it takes place only where {@code afterIt}. */
  public void atEffect(int n, boolean afterIt) {
    at = n;
    after = afterIt;
    effects = 0;
  }

  /** No more crashes. */
  public void never() {
    at = Integer.MAX_VALUE;
  }

  void before() {
    effects++;
    if (effects == at && !after) {
      throw new Crash();
    }
  }

  void done() {
    if (effects == at && after) {
      throw new Crash();
    }
  }

  MongoDatabase around(MongoDatabase database) {
    return (MongoDatabase)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {MongoDatabase.class},
            (proxy, method, arguments) -> {
              Object result = call(method, database, arguments);
              return result instanceof MongoCollection<?> collection
                  ? around((MongoCollection<?>) collection)
                  : result;
            });
  }

  private Object around(MongoCollection<?> collection) {
    return Proxy.newProxyInstance(
        getClass().getClassLoader(),
        new Class<?>[] {MongoCollection.class},
        (proxy, method, arguments) -> {
          if (!WRITES.contains(method.getName())) {
            return call(method, collection, arguments);
          }
          before();
          Object result = call(method, collection, arguments);
          done();
          return result;
        });
  }

  private static @Nullable Object call(Method method, Object target, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** A broker that outlives the process. */
  public static final class Broker extends MockProducer<String, byte[]> {
    private @Nullable Crashing crashing;

    public Broker() {
      super(true, null, new StringSerializer(), new ByteArraySerializer());
    }

    void crashing(Crashing one) {
      crashing = one;
    }

    @Override
    public synchronized Future<RecordMetadata> send(
        ProducerRecord<String, byte[]> record, @Nullable Callback callback) {
      if (crashing != null) {
        crashing.before();
      }
      Future<RecordMetadata> sent = super.send(record, callback);
      if (crashing != null) {
        crashing.done();
      }
      return sent;
    }
  }
}
