package dev.frontline.dashboard;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** What classify says of its models, as the dashboard's tests hear it. */
final class ModelsStub {

  private static final String LEARNED =
      """
      {"version":"m-1+2","base":"m-1","active":true,"state":"active","activatable":true,
       "trainedAt":"2026-11-24T12:00:00Z","by":"lena","against":"m-1","leftOut":"anna",
       "learned":{"posts":150,"words":160,"leftStanding":0,"people":2,"heldOut":40},
       "labels":{"complaint":{
         "heldOut":{"posts":40,"with":40,
           "right":{"before":25.0,"after":90.0,"low":40.0,"high":80.0},
           "f1":{"before":40.0,"after":94.7,"low":30.0,"high":70.0}},
         "invented":{"posts":240,"with":25,
           "right":{"before":95.0,"after":95.0,"low":0.0,"high":0.0},
           "f1":{"before":76.0,"after":76.0,"low":0.0,"high":0.0}}}},
       "reasons":[]}""";

  private static final String REFUSED =
      """
      {"version":"m-1+1","base":"m-1","active":false,"state":"refused","activatable":true,
       "trainedAt":"2026-11-23T12:00:00Z","by":"schedule","against":"m-1",
       "learned":{"posts":9,"words":9,"leftStanding":3,"people":1,"heldOut":2},"labels":{},
       "reasons":["lead gets worse on the invented posts: right 96.3 instead of 98.3 <b>bold."]}""";

  private static final String SHIPPED =
      """
      {"version":"m-1","tier":"0","active":false,"state":"shipped","activatable":true}""";

  private static final String DIFFERENCES =
      """
      {"version":"m-1+1","against":"m-1+2","posts":{"taught":9,"recent":100},
       "labels":{"complaint":{"gained":12,"lost":1}},
       "items":[{"mentionId":"demo:1","key":"demo-1","label":"complaint",
         "before":{"p":0.1,"holds":false},"after":{"p":0.9,"holds":true},
         "excerpt":"The card app <i>freezes"}]}""";

  private ModelsStub() {}

  static void answer(HttpExchange exchange) throws IOException {
    String path =
        URLDecoder.decode(
            exchange.getRequestURI().getRawPath().replace("+", "%2B"), StandardCharsets.UTF_8);
    if (path.endsWith("/models")) {
      send(exchange, 200, "{\"items\":[" + LEARNED + "," + REFUSED + "," + SHIPPED + "]}");
    } else if (path.endsWith("/retrain")) {
      send(exchange, 200, LEARNED);
    } else if (path.endsWith("/m-1+1/activate")) {
      send(exchange, 200, "{\"version\":\"m-1+1\",\"previous\":\"m-1+2\",\"judging\":true}");
    } else if (path.endsWith("/m-1+1/differences")) {
      send(exchange, 200, DIFFERENCES);
    } else {
      send(
          exchange,
          404,
          "{\"title\":\"There is no such model\",\"status\":404,\"allowed\":[\"m-1\"]}");
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    RoutingStub.answer(exchange, status, body);
  }
}
