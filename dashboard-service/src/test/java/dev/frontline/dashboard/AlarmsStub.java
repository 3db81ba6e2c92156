package dev.frontline.dashboard;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** What routing says of its alarms' bars and of backtests, as the dashboard's tests hear it. */
final class AlarmsStub {

  private static final String BARS =
      """
      {"lowest":0.85,"highest":1.5,"highestRisk":1.2,"items":[
       {"brand":"Aurora","version":3,"bars":[{"signal":"complaint","factor":1.1,"falseAlarms":1,
         "right":0,"missed":0,"steps":[{"at":"2026-11-20T12:00:00Z","incidentId":"i-7",
         "title":"Complaints <b>late","why":"a false alarm","factor":1.1}]}]}]}""";

  private static final String SIDE =
      """
      {"alarms":[{"at":"2026-11-20T12:05:00Z","signal":"complaint","strength":1.4,
        "why":"60 posts within 30 minutes where 9.0 are usual","outcome":"false",
        "incidentId":"i-7","title":"Complaints <b>late"}],"right":0,"wrong":1,"unjudged":0,
       "missed":[{"at":"2026-11-21T12:05:00Z","incidentId":"i-8","title":"A reporter"}],
       "precision":0}""";

  private AlarmsStub() {}

  static void bars(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.endsWith("/Aurora/reset")) {
      RoutingStub.answer(exchange, 200, "{\"brand\":\"Aurora\",\"version\":4,\"bars\":[]}");
    } else if (path.endsWith("/reset")) {
      RoutingStub.answer(exchange, 404, "{\"title\":\"Not found\",\"status\":404}");
    } else {
      RoutingStub.answer(exchange, 200, BARS);
    }
  }

  static void backtest(HttpExchange exchange) throws IOException {
    String query = String.valueOf(exchange.getRequestURI().getRawQuery());
    if (query.contains("bar=9")) {
      RoutingStub.answer(
          exchange,
          422,
          "{\"title\":\"Invalid value\",\"status\":422,\"field\":\"bar\",\"allowed\":[\"0.3 to 3\"]}");
      return;
    }
    RoutingStub.answer(
        exchange,
        200,
        "{\"brand\":\"Aurora\",\"from\":\"2026-11-18T00:00:00Z\",\"to\":\"2026-11-25T00:00:00Z\","
            + "\"recordedHours\":168,\"byStory\":1,\"present\":"
            + SIDE
            + ",\"other\":{\"alarms\":[],\"missed\":[]},\"curve\":["
            + "{\"at\":\"2026-11-18T00:00:00Z\",\"counted\":9,\"usual\":7.5},"
            + "{\"at\":\"2026-11-20T12:00:00Z\",\"counted\":90,\"usual\":18}]}");
  }
}
