package dev.frontline.local.store;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the wire and the store's own backend and lets an answer to a write out only when
 * the write is on disk. Without it the backend acknowledges first and saves about a second later.
 *
 * <p>A proxy because the backend's interface is wide and only the three ways in matter here.
 */
final class DurableBackend implements InvocationHandler {

  private final MongoBackend backend;
  private final GroupCommit commits;

  private DurableBackend(MongoBackend backend, GroupCommit commits) {
    this.backend = backend;
    this.commits = commits;
  }

  static MongoBackend of(MongoBackend backend, GroupCommit commits) {
    return (MongoBackend)
        Proxy.newProxyInstance(
            MongoBackend.class.getClassLoader(),
            new Class<?>[] {MongoBackend.class},
            new DurableBackend(backend, commits));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args)
      throws Throwable {
    if (args == null || !writes(method, args)) {
      return call(method, args);
    }
    Outcome outcome = commits.change(() -> attempt(method, args));
    if (outcome.failure() != null) {
      throw outcome.failure();
    }
    return outcome.result();
  }

  private static boolean writes(Method method, Object[] args) {
    return switch (method.getName()) {
      case "handleMessage" -> WriteCommands.writes(((MongoMessage) args[0]).getDocument());
      case "handleCommand" -> WriteCommands.writes((Document) args[3]);
      case "handleQuery" ->
          ((MongoQuery) args[0]).getCollectionName().startsWith("$cmd")
              && WriteCommands.writes(((MongoQuery) args[0]).getQuery());
      case "dropDatabase" -> true;
      default -> false;
    };
  }

  private Outcome attempt(Method method, Object[] args) {
    try {
      return new Outcome(call(method, args), null);
    } catch (Throwable failure) {
      return new Outcome(null, failure);
    }
  }

  private @Nullable Object call(Method method, Object @Nullable [] args) throws Throwable {
    try {
      return method.invoke(backend, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private record Outcome(@Nullable Object result, @Nullable Throwable failure) {}
}
